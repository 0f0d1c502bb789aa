using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Locks;

/// <summary>Reads pylock.toml (PEP 751).</summary>
public static class PylockReader
{
    public static LockFile Read(string path, SourceText text)
    {
        var document = TomlDocument.Parse(text);
        var builder = new LockBuilder(path, text, LockKind.Pylock);
        builder.AddErrors(document.Errors);
        builder.FormatVersion = document.Root.GetString("lock-version");
        builder.RequiresPython = document.Root.GetString("requires-python");
        Check(builder, document.Root);
        foreach (var package in document.Root.GetSequence("packages")?.Mappings ?? []) Read(builder, package);
        return builder.Build();
    }

    // PEP 751: a tool that does not know the major version must not guess; the version and the packages are required.
    private static void Check(LockBuilder builder, TomlTable root)
    {
        if (builder.FormatVersion is not { } version) builder.Refuse("the file has no `lock-version`", default);
        else if (version != "1" && !version.StartsWith("1.", StringComparison.Ordinal)) builder.Refuse($"`{version}` is no version of the format that is known", root["lock-version"]!.Span);
        else if (root.GetSequence("packages") is null) builder.Refuse("the file has no `packages`", default);
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
            Dependencies =
            [
                .. (package.GetSequence("dependencies")?.Mappings ?? []).Select(item => item.GetString("name")).OfType<string>().Select(PackageName.Normalize),
            ],
            Marker = builder.ReadMarker(package["marker"]),
            Source = ReadSource(package),
            File = builder.Path,
            Span = name.Span,
        });
    }

    private static ImmutableArray<string> Hashes(ConfigurationMapping package)
    {
        var tables = new List<ConfigurationMapping?> { package.GetMapping("sdist"), package.GetMapping("archive") };
        tables.AddRange(package.GetSequence("wheels")?.Mappings ?? []);
        return [.. tables.SelectMany(table => table?.GetMapping("hashes")?.Entries ?? []).Select(entry => $"{entry.Key}:{entry.Value.AsText()}")];
    }

    private static DependencySource ReadSource(ConfigurationMapping package)
    {
        if (package.GetMapping("vcs") is { } vcs)
            return new DependencySource(DependencySourceKind.VersionControl, vcs.GetString("url") ?? vcs.GetString("path") ?? "", vcs.GetString("commit-id"));
        if (package.GetMapping("directory") is { } directory)
            return new DependencySource(DependencySourceKind.Path, directory.GetString("path") ?? "", null, directory["editable"] is ConfigurationScalar { Boolean: true });
        if (package.GetMapping("archive") is { } archive)
            return archive.GetString("path") is { } path ? new DependencySource(DependencySourceKind.Path, path) : new DependencySource(DependencySourceKind.Url, archive.GetString("url") ?? "");
        return new DependencySource(DependencySourceKind.Index, package.GetString("index") ?? "");
    }
}
