using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>One Django migration: a class <c>Migration</c> in a module of an app's <c>migrations</c> package.</summary>
/// <param name="App">The folder that holds the <c>migrations</c> package.</param>
/// <param name="Name">The module's name, such as <c>0001_initial</c>.</param>
/// <param name="Dependencies">The migrations it depends on, by app label and name.</param>
/// <param name="Replaces">The names of the migrations that it squashes.</param>
/// <param name="IsReadable">False when its dependencies are computed.</param>
internal sealed record DjangoMigration(
    string App, string Name, ImmutableArray<(string App, string Name)> Dependencies, ImmutableArray<string> Replaces, bool IsReadable, SyntaxTree Tree, ClassDef Definition)
{
    /// <summary>The migration that a module defines, or null when it is none.</summary>
    public static DjangoMigration? Read(SemanticModel model)
    {
        var parts = model.Tree.Path.Split('/');
        if (parts.Length < 2 || parts[^2] is not ("migrations" or "south_migrations")) return null;
        var definition = model.Tree.Root.Body.OfType<ClassDef>().FirstOrDefault(@class => @class.Name == "Migration"
            && @class.Bases.Any(@base => model.GetQualifiedName(@base) is { } name && name.StartsWith("django.db.migrations.", StringComparison.Ordinal)));
        if (definition is null) return null;

        var dependencies = ImmutableArray.CreateBuilder<(string App, string Name)>();
        var replaces = ImmutableArray.CreateBuilder<string>();
        var isReadable = true;
        foreach (var assign in definition.Body.OfType<Assign>())
        {
            if (assign.Targets is not [Name target]) continue;
            if (target.Identifier == "replaces") replaces.AddRange(Pairs(assign.Value).Select(pair => pair.Name));
            if (target.Identifier != "dependencies") continue;
            isReadable &= assign.Value is List or Python.Syntax.Tuple;
            dependencies.AddRange(Pairs(assign.Value));
        }

        return new DjangoMigration(string.Join('/', parts[..^2]), Path.GetFileNameWithoutExtension(parts[^1]), dependencies.ToImmutable(), replaces.ToImmutable(), isReadable, model.Tree, definition);
    }

    private static IEnumerable<(string App, string Name)> Pairs(Expression list) =>
        from element in list.Elements()
        let pair = element.StringElements()
        where pair.Length == 2
        select (pair[0], pair[1]);
}
