using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Locks;

/// <summary>Reads pdm.lock.</summary>
public static class PdmLockReader
{
    public static LockFile Read(string path, SourceText text)
    {
        var document = TomlDocument.Parse(text);
        var builder = new LockBuilder(path, text, LockKind.Pdm);
        builder.AddErrors(document.Errors);
        var metadata = document.Root.GetMapping("metadata");
        builder.FormatVersion = metadata?.GetString("lock_version");
        builder.ContentHash = metadata?.GetString("content_hash");
        // Before format 4.4 the files stood in one table, keyed by "name version".
        var files = metadata?.GetMapping("files");
        foreach (var package in document.Root.GetSequence("package")?.Mappings ?? []) Read(builder, package, files);
        return builder.Build();
    }

    private static void Read(LockBuilder builder, ConfigurationMapping package, ConfigurationMapping? files)
    {
        if (package["name"] is not { } name || name.AsString() is not { } written)
        {
            builder.Notice("a locked package has no name", package.Span);
            return;
        }

        var version = package.GetString("version") ?? "";
        builder.Add(new LockedPackage
        {
            Name = PackageName.Normalize(written),
            VersionText = version,
            Version = builder.ReadVersion(version, package["version"]?.Span ?? name.Span),
            Hashes = PoetryLockReader.Hashes(package.GetSequence("files") ?? files?.GetSequence($"{written} {version}")),
            Dependencies = [.. LockBuilder.Strings(package["dependencies"]).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal)],
            Groups = LockBuilder.Strings(package["groups"]),
            Marker = builder.ReadMarker(package["marker"]),
            Source = ReadSource(package),
            File = builder.Path,
            Span = name.Span,
        });
    }

    private static string? NameOf(string requirement) => Requirement.TryParse(requirement, out var parsed) ? parsed.NormalizedName : null;

    private static DependencySource ReadSource(ConfigurationMapping package)
    {
        if (package.GetString("git") is { } git) return new DependencySource(DependencySourceKind.VersionControl, git, package.GetString("revision") ?? package.GetString("ref"));
        if (package.GetString("path") is { } path)
            return new DependencySource(DependencySourceKind.Path, path, null, package["editable"] is ConfigurationScalar { Boolean: true });
        return package.GetString("url") is { } url ? new DependencySource(DependencySourceKind.Url, url) : DependencySource.Index;
    }
}
