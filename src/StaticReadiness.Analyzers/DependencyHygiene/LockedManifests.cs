using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Which lock was made from which manifest, and what it must hold for that.</summary>
internal static class LockedManifests
{
    public static IEnumerable<(Manifest Manifest, LockFile Lock)> Of(ProjectDependencies dependencies) =>
        from manifest in dependencies.Manifests
        from found in dependencies.Locks
        where WasMadeFrom(manifest, found)
        select (manifest, found);

    /// <summary>Whether the lock's hash is the manifest's; null where the format has none.</summary>
    public static bool? HasItsHash(RepositoryFiles files, Manifest manifest, LockFile found) =>
        found.ContentHash is not null && files.TryGet(manifest.Path)?.ReadText().ValueOrDefault() is { } text ? ContentHash.Matches(found, TomlDocument.Parse(text).Root) : null;

    /// <summary>The dependencies the lock is expected to hold; a constraint overrides what a dependency itself demands.</summary>
    public static IEnumerable<DeclaredDependency> Expected(RepositoryFiles files, Manifest manifest, LockFile found)
    {
        var text = files.TryGet(manifest.Path)?.ReadText().ValueOrDefault()?.Content ?? "";
        var overridden = manifest.Dependencies.Where(dependency => dependency.IsConstraintOnly).Select(dependency => dependency.Name).ToHashSet();
        // pdm and pylock may hold some groups only, and no lock holds what builds the package.
        var takesAll = found.Kind is LockKind.Poetry or LockKind.Uv or LockKind.Pipenv;
        return manifest.Dependencies.Where(dependency => !overridden.Contains(dependency.Name) && dependency.Group.Kind != DependencyGroupKind.Build
            && !(found.Kind == LockKind.Requirements && ProjectDependencies.IsInstaller(dependency.Name)) && !IsOfTaskRunner(text, dependency.Span.Start)
            && (takesAll || dependency.Group.IsRuntime) && dependency.Name != PackageName.Normalize(manifest.ProjectName ?? "-")
            && dependency.Source.Kind is DependencySourceKind.Index or DependencySourceKind.VersionControl or DependencySourceKind.Url);
    }

    // tox and Hatch make environments of their own from these tables; no lock knows of them.
    private static bool IsOfTaskRunner(string text, int position)
    {
        var header = position <= 0 || position > text.Length ? -1 : text.LastIndexOf("\n[", position - 1, StringComparison.Ordinal);
        return header >= 0 && (text.AsSpan(header + 1).StartsWith("[tool.tox") || text.AsSpan(header + 1).StartsWith("[tool.hatch.envs"));
    }

    private static bool WasMadeFrom(Manifest manifest, LockFile found)
    {
        if (RepositoryPath.DirectoryOf(manifest.Path) != RepositoryPath.DirectoryOf(found.Path) || manifest.Path == found.Path) return false;
        return found.Kind switch
        {
            LockKind.Poetry => manifest.Tools.Contains("poetry") && manifest.Kind == ManifestKind.Pyproject,
            LockKind.Uv => manifest.Kind == ManifestKind.Pyproject && manifest.ProjectName is { } name && found.Find(PackageName.Normalize(name)).Any(),
            LockKind.Pdm => manifest.Kind == ManifestKind.Pyproject,
            LockKind.Pipenv => manifest.Kind == ManifestKind.Pipfile,
            LockKind.Requirements => manifest.Path.EndsWith(".in", StringComparison.Ordinal) && found.Path == manifest.Path[..^3] + ".txt",
            _ => false,
        };
    }
}
