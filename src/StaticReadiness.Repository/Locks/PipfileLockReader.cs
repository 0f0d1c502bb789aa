using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Locks;

/// <summary>Reads Pipfile.lock.</summary>
public static class PipfileLockReader
{
    public static LockFile Read(string path, SourceText text)
    {
        var json = JsonText.Parse(text);
        var builder = new LockBuilder(path, text, LockKind.Pipenv);
        builder.AddErrors(json.Errors);
        if (json.Root is not ConfigurationMapping root) return builder.Build();
        builder.FormatVersion = root.At("_meta", "pipfile-spec")?.AsText();
        builder.ContentHash = root.GetString("_meta", "hash", "sha256");
        builder.RequiresPython = root.GetString("_meta", "requires", "python_version");
        foreach (var section in root.Entries)
        {
            if (section.Key == "_meta" || section.Value is not ConfigurationMapping packages) continue;
            foreach (var entry in packages.Entries) Read(builder, entry, section.Key);
        }

        return builder.Build();
    }

    private static void Read(LockBuilder builder, ConfigurationEntry entry, string group)
    {
        if (entry.Value is not ConfigurationMapping package)
        {
            builder.Notice($"`{entry.Key}` is locked to no table", entry.KeySpan);
            return;
        }

        var version = (package.GetString("version") ?? "").TrimStart('=', ' ');
        builder.Add(new LockedPackage
        {
            Name = PackageName.Normalize(entry.Key),
            VersionText = version,
            Version = builder.ReadVersion(version, package["version"]?.Span ?? entry.KeySpan),
            Hashes = LockBuilder.Strings(package["hashes"]),
            Groups = [group],
            Marker = builder.ReadMarker(package["markers"]),
            Source = ReadSource(package),
            File = builder.Path,
            Span = entry.KeySpan,
        });
    }

    private static DependencySource ReadSource(ConfigurationMapping package)
    {
        var editable = package["editable"] is ConfigurationScalar { Boolean: true };
        foreach (var system in new[] { "git", "hg", "svn", "bzr" })
            if (package.GetString(system) is { } repository) return new DependencySource(DependencySourceKind.VersionControl, repository, package.GetString("ref"), editable);
        if (package.GetString("path") is { } path) return new DependencySource(DependencySourceKind.Path, path, null, editable);
        if (package.GetString("file") is { } file) return DependencySource.FromUrl(file, editable);
        return new DependencySource(DependencySourceKind.Index, package.GetString("index") ?? "");
    }
}
