using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>The files that take all settings of another one and add their own: a fact shared by rules.</summary>
internal sealed class StarImports
{
    private readonly ImmutableArray<(SyntaxTree Tree, ImmutableArray<string?> Modules)> layers;

    private StarImports(Project project) =>
        layers = [.. project.Trees.Select(tree => (tree, Modules: ModulesTaken(tree))).Where(layer => !layer.Modules.IsEmpty)];

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
    private static ImmutableArray<string?> ModulesTaken(SyntaxTree tree) =>
    [
        .. tree.Root.Body.OfType<ImportFrom>()
            .Where(import => (import.Module is not null || import.Level > 0) && import.Names.Any(alias => alias.Name == "*"))
            .Select(import => import.Module),
    ];
}
