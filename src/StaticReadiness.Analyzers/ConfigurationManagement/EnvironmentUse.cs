using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>How a project comes by its settings: where it reads the environment itself, and which library reads it instead. A fact shared by rules.</summary>
internal sealed class EnvironmentUse
{
    private static readonly FrozenDictionary<string, bool> Libraries = EmbeddedTable.Read("settings-libraries.tsv").ToFrozenDictionary(row => row[0], row => row[1] == "yes", StringComparer.Ordinal);

    private static readonly FrozenSet<string> Packages = Libraries.Keys.Select(ModuleNames.TopLevel).ToFrozenSet(StringComparer.Ordinal);

    private EnvironmentUse(Project project)
    {
        var reads = ImmutableArray.CreateBuilder<(SyntaxTree, RepositoryFile, ImmutableArray<EnvironmentRead>)>();
        var names = NamesOfEnvironment(project);
        foreach (var (tree, file) in ApplicationTrees.Of(project))
        {
            var model = project.Compilation.GetSemanticModel(tree);
            foreach (var import in model.Module.SymbolTable.Imports) ExamineImport(import, tree);
            if (!names.Exists(tree.MayMention)) continue;
            var found = ImmutableArray.CreateBuilder<EnvironmentRead>();
            foreach (var node in tree.Root.DescendantsAndSelf())
                if (node is Call or Subscript && EnvironmentRead.Of(node, model) is { } read) found.Add(read);

            if (found.Count > 0) reads.Add((tree, file, found.ToImmutable()));
        }

        Reads = reads.ToImmutable();
    }

    /// <summary>The files that read the environment themselves, in order of their paths.</summary>
    public ImmutableArray<(SyntaxTree Tree, RepositoryFile File, ImmutableArray<EnvironmentRead> Reads)> Reads { get; }

    /// <summary>Where a library that reads settings is imported; null when none is.</summary>
    public (Location Location, string Name)? Library { get; private set; }

    /// <summary>Where a library is imported that gives settings a type and refuses wrong ones.</summary>
    public (Location Location, string Name)? TypedLibrary { get; private set; }

    public static EnvironmentUse Of(Project project) => project.GetFact(static p => new EnvironmentUse(p));

    private void ExamineImport(SyntaxNode node, SyntaxTree tree)
    {
        var names = node switch
        {
            Import import => import.Names.Select(alias => alias.Name),
            ImportFrom { Level: 0, Module: { } module } import when Packages.Contains(ModuleNames.TopLevel(module)) => import.Names.Select(alias => $"{module}.{alias.Name}").Prepend(module),
            _ => [],
        };
        foreach (var name in names)
        {
            if (!Libraries.TryGetValue(name, out var isTyped) && !Libraries.TryGetValue(ModuleNames.TopLevel(name), out isTyped)) continue;
            var place = (new Location(tree.Path, tree.Text, node.Span), ModuleNames.TopLevel(name));
            Library ??= place;
            if (isTyped) TypedLibrary ??= place;
        }
    }

    // A file that reads the environment speaks of it by name, or by one that another file gave it: `env = os.environ`.
    private static List<string> NamesOfEnvironment(Project project)
    {
        List<string> own = ["environ", "getenv"];
        var names = new HashSet<string>(own);
        foreach (var module in project.Whole.Modules)
        {
            if (!own.Exists(module.Tree.MayMention)) continue;
            foreach (var import in module.Summary.Imports)
                if (import is { Name: "environ" or "getenv", AsName: { } other }) names.Add(other);
            foreach (var node in module.Tree.Root.DescendantsAndSelf())
                if (node.Kind is SyntaxKind.Assign or SyntaxKind.AnnAssign or SyntaxKind.Return) names.UnionWith(NamesGivenBy(node));
        }

        return [.. names];
    }

    private static IEnumerable<string> NamesGivenBy(SyntaxNode node) => node switch
    {
        Assign assign when IsEnvironment(assign.Value) => assign.Targets.Select(target => target.LastName()).OfType<string>(),
        AnnAssign { Value: { } value } assign when IsEnvironment(value) => assign.Target.LastName() is { } name ? [name] : [],
        Return { Value: { } value } when IsEnvironment(value) && node.FirstAncestor<FunctionDef>() is { } function => [function.Name],
        _ => [],
    };

    private static bool IsEnvironment(Expression value) => value is Name or Python.Syntax.Attribute && value.LastName() is "environ" or "getenv" or "get";
}
