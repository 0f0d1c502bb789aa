using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads Pipfile: packages, development packages, further categories, sources and the Python it requires.</summary>
public static class PipfileReader
{
    private static readonly string[] OtherSections = ["source", "requires", "scripts", "pipenv", "pipfile"];

    public static Manifest Read(string path, SourceText text)
    {
        var document = TomlDocument.Parse(text);
        var builder = new ManifestBuilder(path, text, ManifestKind.Pipfile);
        builder.AddErrors(document.Errors);
        var python = document.Root.GetString("requires", "python_full_version") ?? document.Root.GetString("requires", "python_version");
        builder.RequiresPython = python is null ? null : $"=={python}.*";
        PyprojectReader.ReadSources(builder, document.Root.GetSequence("source"));
        foreach (var section in document.Root.Entries)
        {
            if (OtherSections.Contains(section.Key, StringComparer.Ordinal)) continue;
            var group = section.Key switch
            {
                "packages" => DependencyGroup.Runtime,
                "dev-packages" => DependencyGroup.Development("dev"),
                _ => DependencyGroup.Development(section.Key),
            };
            foreach (var entry in (section.Value as ConfigurationMapping)?.Entries ?? []) ReadEntry(builder, entry, group);
        }

        return builder.Build();
    }

    private static void ReadEntry(ManifestBuilder builder, ConfigurationEntry entry, DependencyGroup group)
    {
        var table = entry.Value as ConfigurationMapping;
        var source = table is null ? DependencySource.Index : ReadSource(table);
        builder.Dependencies.Add(new DeclaredDependency
        {
            Name = PackageName.Normalize(entry.Key),
            Constraint = ReadConstraint(builder, table is null ? entry.Value : table["version"]),
            Extras = [.. (table?.GetSequence("extras")?.Items ?? []).Select(item => item.AsString()).OfType<string>()],
            Marker = ReadMarker(builder, table),
            Group = group,
            Source = source,
            File = builder.Path,
            Span = entry.KeySpan,
        });
    }

    private static VersionConstraint ReadConstraint(ManifestBuilder builder, ConfigurationNode? version)
    {
        if (version is null || version.AsString() is "*" or "") return VersionConstraint.Any;
        if (version.AsString() is { } text)
        {
            // Pipenv takes a bare number for an exact version.
            if (VersionSpecifierSet.TryParse(text, out var set) || VersionSpecifierSet.TryParse($"=={text}", out set)) return VersionConstraint.From(set);
            builder.Notice($"`{text}` is no version specifier", version.Span);
        }
        else builder.Notice("a version in quotes is expected", version.Span);

        return VersionConstraint.Any;
    }

    /// <summary>Markers stand whole under <c>markers</c> or by variable, such as <c>sys_platform = "== 'win32'"</c>.</summary>
    private static Marker? ReadMarker(ManifestBuilder builder, ConfigurationMapping? table)
    {
        foreach (var entry in table?.Entries ?? [])
        {
            var isVariable = entry.Key != "extras" && MarkerEnvironment.Variables.Contains(entry.Key, StringComparer.Ordinal);
            if ((entry.Key != "markers" && !isVariable) || entry.Value.AsString() is not { } text) continue;
            var marker = Marker.TryParse(isVariable ? $"{entry.Key} {text}" : text, out var error);
            if (marker is null) builder.Notice($"`{text}` is no environment marker: {error}", entry.Value.Span);
            return marker;
        }

        return null;
    }

    private static DependencySource ReadSource(ConfigurationMapping table)
    {
        var editable = table["editable"] is ConfigurationScalar { Boolean: true };
        foreach (var system in new[] { "git", "hg", "svn", "bzr" })
            if (table.GetString(system) is { } repository) return new DependencySource(DependencySourceKind.VersionControl, repository, table.GetString("ref"), editable);
        if (table.GetString("path") is { } path) return new DependencySource(DependencySourceKind.Path, path, null, editable);
        if (table.GetString("file") is { } file) return DependencySource.FromUrl(file, editable);
        return new DependencySource(DependencySourceKind.Index, table.GetString("index") ?? "");
    }
}
