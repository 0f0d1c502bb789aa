using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>The third-party modules that a project imports: a fact shared by the rules on dependencies.</summary>
internal sealed class ImportedPackages
{
    private readonly HashSet<string> own = [];

    private ImportedPackages(Project project)
    {
        // Whatever the repository itself could provide under a name is not asked of others.
        string? directory = null;
        foreach (var file in project.Whole.Files.Files)
        {
            if (file.IsPython || file.Name.EndsWith(".pyi", StringComparison.Ordinal) || file.Name.EndsWith(".pyx", StringComparison.Ordinal) || file.Name.EndsWith(".so", StringComparison.Ordinal) || file.Name.EndsWith(".proto", StringComparison.Ordinal)) own.Add(file.Name[..file.Name.IndexOf('.')]);
            if (file.Directory == directory) continue;
            directory = file.Directory;
            foreach (var part in directory.Split('/')) own.Add(part);
        }

        foreach (var part in SubmodulePaths(project.Whole.Files).SelectMany(path => path.Split('/'))) own.Add(part);
        var foreign = ImmutableArray.CreateBuilder<(ModuleSymbol, ImportRecord, FileRoles)>();
        foreach (var module in project.Modules)
        {
            foreach (var import in module.Summary.Imports)
            {
                if (import.Level > 0 || import.Module.Length == 0) continue;
                Names.Add(FullName(import));
                if (IsForeign(import.Module)) foreign.Add((module, import, project.Files.TryGet(module.Tree.Path)?.Role ?? FileRoles.None));
            }
        }

        Imports = foreign.ToImmutable();
    }

    /// <summary>The dotted names of all absolute imports, wherever they stand and whoever might provide them.</summary>
    public HashSet<string> Names { get; } = [];

    /// <summary>The imports of what neither the repository nor Python itself provides.</summary>
    public ImmutableArray<(ModuleSymbol Importer, ImportRecord Import, FileRoles Role)> Imports { get; }

    public static ImportedPackages Of(Project project) => project.GetFact(static p => new ImportedPackages(p));

    /// <summary>The dotted name that tells most about which distribution an import needs.</summary>
    public static string FullName(ImportRecord import) => import.Name is null or "*" ? import.Module : $"{import.Module}.{import.Name}";

    // What a submodule holds is the repository's own, and not there before it is checked out (git documentation, gitmodules).
    private static IEnumerable<string> SubmodulePaths(RepositoryFiles files)
    {
        if (files.TryGet(".gitmodules")?.ReadText().ValueOrDefault() is not { } text) yield break;
        foreach (var line in text.Content.Split('\n', StringSplitOptions.TrimEntries))
            if (line.StartsWith("path", StringComparison.Ordinal) && line.IndexOf('=', StringComparison.Ordinal) is var equals and > 0) yield return line[(equals + 1)..].Trim();
    }

    private bool IsForeign(string module)
    {
        var top = module.IndexOf('.') is var dot && dot < 0 ? module : module[..dot];
        return !StandardLibrary.Contains(top) && !own.Contains(top) && !top.StartsWith("__", StringComparison.Ordinal) && top is not ("pkg_resources" or "setuptools" or "pip" or "_typeshed");
    }
}
