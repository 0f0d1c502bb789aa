using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>How a project comes by its settings: where it reads the environment itself, and which library reads it instead. A fact shared by rules.</summary>
internal sealed class EnvironmentUse
{
    private static readonly FrozenDictionary<string, bool> Libraries = EmbeddedTable.Read("settings-libraries.tsv").ToFrozenDictionary(row => row[0], row => row[1] == "yes", StringComparer.Ordinal);

    private static readonly FrozenSet<string> Packages = Libraries.Keys.Select(PackageOf).ToFrozenSet(StringComparer.Ordinal);

    private EnvironmentUse(Project project)
    {
        var reads = ImmutableArray.CreateBuilder<(SyntaxTree, RepositoryFile, ImmutableArray<EnvironmentRead>)>();
        foreach (var (tree, file) in ApplicationTrees.Of(project))
        {
            var model = project.Compilation.GetSemanticModel(tree);
            var found = ImmutableArray.CreateBuilder<EnvironmentRead>();
            foreach (var node in tree.Root.DescendantsAndSelf())
            {
                if (node is Import or ImportFrom) ExamineImport(node, tree);
                else if (node is Call or Subscript && EnvironmentRead.Of(node, model) is { } read) found.Add(read);
            }

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
            ImportFrom { Level: 0, Module: { } module } import when Packages.Contains(PackageOf(module)) => import.Names.Select(alias => $"{module}.{alias.Name}").Prepend(module),
            _ => [],
        };
        foreach (var name in names)
        {
            if (!Libraries.TryGetValue(name, out var isTyped) && !Libraries.TryGetValue(PackageOf(name), out isTyped)) continue;
            var place = (new Location(tree.Path, tree.Text, node.Span), PackageOf(name));
            Library ??= place;
            if (isTyped) TypedLibrary ??= place;
        }
    }

    private static string PackageOf(string module) => module.IndexOf('.') is > 0 and var dot ? module[..dot] : module;
}
