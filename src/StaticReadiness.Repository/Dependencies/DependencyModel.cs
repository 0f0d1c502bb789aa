using System.Collections.Immutable;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>What a repository declares and pins: every manifest and lock in it, includes followed.</summary>
public sealed class DependencyModel
{
    internal DependencyModel(ImmutableArray<Manifest> manifests, ImmutableArray<LockFile> locks, ImmutableArray<ManifestNotice> notices, InstalledDistributions installed)
    {
        Manifests = manifests;
        Locks = locks;
        Notices = notices;
        Installed = installed;
    }

    /// <summary>The manifests in ordinal order of their paths.</summary>
    public ImmutableArray<Manifest> Manifests { get; }

    /// <summary>The locks in ordinal order of their paths; a fully pinned requirements file is manifest and lock both.</summary>
    public ImmutableArray<LockFile> Locks { get; }

    /// <summary>All that could not be read, the files' own notices included.</summary>
    public ImmutableArray<ManifestNotice> Notices { get; }

    /// <summary>What the virtual environments beside the manifests hold: evidence of which distribution a module comes from.</summary>
    public InstalledDistributions Installed { get; }

    public IEnumerable<DeclaredDependency> Declared => Manifests.SelectMany(manifest => manifest.Dependencies);

    public static DependencyModel Read(RepositoryFiles files, CancellationToken cancellation = default) => new DependencyModelReader(files).Read(cancellation);

    /// <summary>The part of the model that lies in files a project sees.</summary>
    public DependencyModel Within(Func<string, bool> isSeen) =>
        new([.. Manifests.Where(manifest => isSeen(manifest.Path))], [.. Locks.Where(found => isSeen(found.Path))], [.. Notices.Where(notice => isSeen(notice.File))], Installed);

    public Manifest? FindManifest(string path) => Manifests.FirstOrDefault(manifest => manifest.Path == path);

    /// <summary>The locks that settle a manifest: those beside it, then those of the directories above it, up to the root.</summary>
    public IEnumerable<LockFile> LocksFor(Manifest manifest)
    {
        var directory = ManifestFiles.DirectoryOf(manifest.Path);
        while (true)
        {
            foreach (var candidate in Locks)
            {
                var isBeside = directory == ManifestFiles.DirectoryOf(candidate.Path);
                if (isBeside && (candidate.Kind != LockKind.Requirements || Settles(candidate, manifest))) yield return candidate;
            }

            if (directory.Length == 0) yield break;
            directory = ManifestFiles.DirectoryOf(directory);
        }
    }

    // requirements.in is compiled to requirements.txt; a pinned file settles the project tables beside it as well.
    private static bool Settles(LockFile pinned, Manifest manifest)
    {
        if (manifest.Kind is ManifestKind.Pyproject or ManifestKind.SetupPy or ManifestKind.SetupCfg || manifest.Path == pinned.Path) return true;
        return manifest.Kind == ManifestKind.Requirements && Stem(manifest.Path) == Stem(pinned.Path);
    }

    private static string Stem(string path) => path[..(path.LastIndexOf('.') is var dot && dot > path.LastIndexOf('/') ? dot : path.Length)];
}
