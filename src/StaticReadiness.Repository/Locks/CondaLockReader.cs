using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Locks;

/// <summary>Reads conda-lock.yml; a package that several platforms share is one pin per platform and version.</summary>
public static class CondaLockReader
{
    public static LockFile Read(string path, SourceText text)
    {
        var yaml = YamlDocuments.Parse(text);
        var builder = new LockBuilder(path, text, LockKind.CondaLock);
        builder.AddErrors(yaml.Errors);
        builder.FormatVersion = yaml.Mapping?["version"]?.AsText();
        foreach (var package in yaml.Mapping?.GetSequence("package")?.Mappings ?? []) Read(builder, package);
        return builder.Build();
    }

    private static void Read(LockBuilder builder, ConfigurationMapping package)
    {
        if (package["name"] is not { } name || name.AsText() is not { Length: > 0 } written)
        {
            builder.Notice("a locked package has no name", package.Span);
            return;
        }

        var version = package["version"]?.AsText() ?? "";
        var isPip = package.GetString("manager") == "pip";
        builder.Add(new LockedPackage
        {
            Name = PackageName.Normalize(written),
            VersionText = version,
            // conda's versions are not PEP 440's: one that is no such version is no fault.
            Version = PythonVersion.TryParse(version, out var parsed) ? parsed : null,
            Hashes = [.. (package.GetMapping("hash")?.Entries ?? []).Select(hash => $"{hash.Key}:{hash.Value.AsText()}")],
            Dependencies = [.. (package.GetMapping("dependencies")?.Entries ?? []).Select(entry => PackageName.Normalize(entry.Key))],
            Groups = package["category"]?.AsText() is { } category ? [category] : [],
            Source = new DependencySource(isPip ? DependencySourceKind.Index : DependencySourceKind.Conda, package.GetString("url") ?? ""),
            File = builder.Path,
            Span = name.Span,
        });
    }
}
