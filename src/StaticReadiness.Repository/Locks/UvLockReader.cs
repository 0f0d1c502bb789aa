using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Locks;

/// <summary>Reads uv.lock.</summary>
public static class UvLockReader
{
    public static LockFile Read(string path, SourceText text)
    {
        var document = TomlDocument.Parse(text);
        var builder = new LockBuilder(path, text, LockKind.Uv);
        builder.AddErrors(document.Errors);
        builder.FormatVersion = document.Root["version"]?.AsText();
        builder.RequiresPython = document.Root.GetString("requires-python");
        // The first lock files named the table "distribution".
        var packages = document.Root.GetSequence("package") ?? document.Root.GetSequence("distribution");
        foreach (var package in packages?.Mappings ?? []) Read(builder, package);
        return builder.Build();
    }

    private static void Read(LockBuilder builder, ConfigurationMapping package)
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
            Hashes = Hashes(package),
            Dependencies = Dependencies(package),
            Source = ReadSource(package["source"]),
            File = builder.Path,
            Span = name.Span,
        });
    }

    private static ImmutableArray<string> Hashes(ConfigurationMapping package)
    {
        var hashes = ImmutableArray.CreateBuilder<string>();
        if (package.GetString("sdist", "hash") is { } sdist) hashes.Add(sdist);
        foreach (var wheel in package.GetSequence("wheels")?.Mappings ?? [])
            if (wheel.GetString("hash") is { } hash) hashes.Add(hash);
        return hashes.DrainToImmutable();
    }

    private static ImmutableArray<string> Dependencies(ConfigurationMapping package)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        AddNames(names, package["dependencies"]);
        foreach (var table in new[] { "optional-dependencies", "dev-dependencies" })
        {
            foreach (var group in package.GetMapping(table)?.Entries ?? []) AddNames(names, group.Value);
        }

        return [.. names];
    }

    private static void AddNames(SortedSet<string> names, ConfigurationNode? list)
    {
        foreach (var dependency in (list as ConfigurationSequence)?.Mappings ?? [])
            if (dependency.GetString("name") is { } name) names.Add(PackageName.Normalize(name));
    }

    private static DependencySource ReadSource(ConfigurationNode? source)
    {
        if (source is not ConfigurationMapping table) return DependencySource.Index;
        foreach (var entry in table.Entries)
        {
            var location = entry.Value.AsString() ?? "";
            switch (entry.Key)
            {
                case "registry": return new DependencySource(DependencySourceKind.Index, location);
                case "git": return ReadGit(location);
                case "url": return new DependencySource(DependencySourceKind.Url, location);
                case "editable": return new DependencySource(DependencySourceKind.Path, location, null, IsEditable: true);
                case "virtual" or "directory" or "path": return new DependencySource(DependencySourceKind.Path, location);
            }
        }

        return DependencySource.Index;
    }

    // uv keeps the resolved commit as the URL's fragment.
    private static DependencySource ReadGit(string location)
    {
        var fragment = location.IndexOf('#');
        return fragment < 0
            ? new DependencySource(DependencySourceKind.VersionControl, location)
            : new DependencySource(DependencySourceKind.VersionControl, location[..fragment], location[(fragment + 1)..]);
    }
}
