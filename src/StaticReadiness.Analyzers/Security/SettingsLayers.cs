using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.ConfigurationManagement;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>The files that take all settings of another one and add their own, those named for development left out: a fact shared by rules.</summary>
internal sealed class SettingsLayers
{
    private readonly ImmutableArray<(SyntaxTree Tree, ImmutableArray<string?> Modules)> layers;

    private SettingsLayers(Project project) =>
        layers = [.. project.Trees.Select(tree => (tree, Modules: StarImports(tree))).Where(layer => !layer.Modules.IsEmpty && !DebugSettings.IsDevelopmentName(layer.tree.Path))];

    public static SettingsLayers Of(Project project) => project.GetFact(static p => new SettingsLayers(p));

    /// <summary>The files that take the settings of a module of this last name: <c>from .base import *</c>.</summary>
    public IEnumerable<SyntaxTree> On(string module) =>
        layers.Where(layer => layer.Modules.Any(name => name is null || name == module || name.EndsWith("." + module, StringComparison.Ordinal))).Select(layer => layer.Tree);

    // null is the package itself: `from . import *`
    private static ImmutableArray<string?> StarImports(SyntaxTree tree) =>
    [
        .. tree.Root.Body.OfType<ImportFrom>()
            .Where(import => (import.Module is not null || import.Level > 0) && import.Names.Any(alias => alias.Name == "*"))
            .Select(import => import.Module),
    ];
}
