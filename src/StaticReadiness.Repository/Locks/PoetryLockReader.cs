using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Locks;

/// <summary>Reads poetry.lock, format 1 and 2.</summary>
public static class PoetryLockReader
{
    public static LockFile Read(string path, SourceText text)
    {
        var document = TomlDocument.Parse(text);
        var builder = new LockBuilder(path, text, LockKind.Poetry);
        builder.AddErrors(document.Errors);
        var metadata = document.Root.GetMapping("metadata");
        builder.FormatVersion = metadata?.GetString("lock-version");
        builder.RequiresPython = metadata?.GetString("python-versions");
        builder.ContentHash = metadata?.GetString("content-hash");
        // Format 1.0 keeps the files of all packages in one table.
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
            Hashes = Hashes(package.GetSequence("files") ?? files?.GetSequence(written)),
            Dependencies = [.. (package.GetMapping("dependencies")?.Entries ?? []).Select(entry => PackageName.Normalize(entry.Key))],
            Groups = Groups(package),
            Marker = builder.ReadMarker(package["markers"]),
            Source = ReadSource(package.GetMapping("source")),
            File = builder.Path,
            Span = name.Span,
        });
    }

    private static ImmutableArray<string> Groups(ConfigurationMapping package) =>
        package.GetString("category") is { } category ? [category] : LockBuilder.Strings(package["groups"]);

    internal static ImmutableArray<string> Hashes(ConfigurationSequence? files) =>
        files is null ? [] : [.. files.Mappings.Select(file => file.GetString("hash")).OfType<string>()];

    private static DependencySource ReadSource(ConfigurationMapping? source)
    {
        if (source is null) return DependencySource.Index;
        var url = source.GetString("url") ?? "";
        return source.GetString("type") switch
        {
            "git" => new DependencySource(DependencySourceKind.VersionControl, url, source.GetString("resolved_reference") ?? source.GetString("reference")),
            "directory" or "file" => new DependencySource(DependencySourceKind.Path, url),
            "url" => new DependencySource(DependencySourceKind.Url, url),
            _ => new DependencySource(DependencySourceKind.Index, url),
        };
    }
}
