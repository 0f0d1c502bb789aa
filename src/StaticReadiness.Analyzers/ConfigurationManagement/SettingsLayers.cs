using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Finds settings in layers: a base and what differs from it, as modules or as classes.</summary>
internal static class SettingsLayers
{
    private static readonly FrozenSet<string> Production = FrozenSet.Create(StringComparer.Ordinal, "production", "prod", "staging", "live", "deploy");

    /// <summary>The first layer for production that builds on another, or null.</summary>
    public static (Location Location, string Message)? Find(Project project)
    {
        foreach (var (tree, file) in ApplicationTrees.Of(project))
        {
            if (!DebugSettings.IsSettingsModule(file, tree)) continue;
            var name = System.IO.Path.GetFileNameWithoutExtension(file.Name);
            if (IdentifierWords.Split(name).Any(Production.Contains) && tree.Root.Body.OfType<ImportFrom>().FirstOrDefault(import => import.Names.Any(alias => alias.Name == "*")) is { } layered)
                return (new Location(tree.Path, tree.Text, layered.Span), $"`{file.Name}` says what differs in production");
            foreach (var owner in tree.Root.Body.OfType<ClassDef>())
                if (!owner.Bases.IsEmpty && DebugSettings.IsConfigurationClass(owner) && IdentifierWords.Split(owner.Name).Any(Production.Contains))
                    return (new Location(tree.Path, tree.Text, owner.NameSpan), $"`{owner.Name}` says what differs in production");
        }

        return null;
    }
}
