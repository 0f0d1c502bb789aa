using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads <c>[tool.pixi]</c>'s PyPI dependencies, its own and its features' (pixi documentation, Manifest).</summary>
internal static class PixiReader
{
    public static void Read(ManifestBuilder builder, ConfigurationMapping pixi)
    {
        ReadTable(builder, pixi.GetMapping("pypi-dependencies"), DependencyGroup.Runtime);
        foreach (var feature in pixi.GetMapping("feature")?.Entries ?? [])
            ReadTable(builder, (feature.Value as ConfigurationMapping)?.GetMapping("pypi-dependencies"), DependencyGroup.Development(feature.Key));
    }

    private static void ReadTable(ManifestBuilder builder, ConfigurationMapping? table, DependencyGroup group)
    {
        foreach (var entry in table?.Entries ?? [])
        {
            var specification = entry.Value as ConfigurationMapping;
            var text = entry.Value.AsString() ?? specification?.GetString("version") ?? "*";
            var set = VersionSpecifierSet.Any;
            if (text != "*" && !VersionSpecifierSet.TryParse(text, out set)) builder.Notice($"`{text}` is no version specifier", entry.Value.Span);
            builder.Dependencies.Add(new DeclaredDependency
            {
                Name = PackageName.Normalize(entry.Key),
                Constraint = VersionConstraint.From(set ?? VersionSpecifierSet.Any),
                Extras = [.. (specification?.GetSequence("extras")?.Items ?? []).Select(item => item.AsString()).OfType<string>()],
                Group = group,
                Source = ReadSource(specification),
                File = builder.Path,
                Span = entry.KeySpan,
            });
        }
    }

    private static DependencySource ReadSource(ConfigurationMapping? table)
    {
        if (table?.GetString("git") is { } git)
            return new DependencySource(DependencySourceKind.VersionControl, git, table.GetString("rev") ?? table.GetString("tag") ?? table.GetString("branch"));
        if (table?.GetString("path") is { } path) return new DependencySource(DependencySourceKind.Path, path, null, table["editable"] is ConfigurationScalar { Boolean: true });
        return table?.GetString("url") is { } url ? new DependencySource(DependencySourceKind.Url, url) : DependencySource.Index;
    }
}
