using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>The files that take all settings of another one and add their own: a fact shared by rules.</summary>
internal sealed class StarImports
{
    private readonly ImmutableArray<(SyntaxTree Tree, List<string?> Modules)> layers;

    private StarImports(Project project) =>
        layers = [.. project.Trees.Select(tree => (tree, Modules: ModulesTaken(tree))).Where(layer => layer.Modules.Count > 0)];

    public static StarImports Of(Project project) => project.GetFact(static p => new StarImports(p));

    /// <summary>The other files that take the settings of this one, by its last name: <c>from .base import *</c>.</summary>
    public IEnumerable<SyntaxTree> LayersOn(RepositoryFile settings)
    {
        var isPackage = settings.Name == "__init__.py";
        var module = Path.GetFileNameWithoutExtension(isPackage ? settings.Directory : settings.Name);
        return layers
            .Where(layer => layer.Tree.Path != settings.Path && layer.Modules.Any(name => name is null ? isPackage : name == module || name.EndsWith("." + module, StringComparison.Ordinal)))
            .Select(layer => layer.Tree);
    }

    // null is the package itself: `from . import *`
    private static List<string?> ModulesTaken(SyntaxTree tree)
    {
        List<string?> modules = [];
        foreach (var statement in tree.Root.Body)
            if (statement.Kind == SyntaxKind.ImportFrom && statement is ImportFrom { Names: [{ Name: "*" }] } import) modules.Add(import.Module);
        return modules;
    }
}
