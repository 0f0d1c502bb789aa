using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Tells which manifests say what a package's users install with it: their ranges are an offer, and whoever deploys the package locks for himself.</summary>
internal static class OfferedManifests
{
    /// <summary>Words of metadata that only those write who hand a package to others.</summary>
    private static readonly string[] Words = ["classifiers", "license", "homepage", "urls", "url=", "url ="];

    /// <summary>The paths of the offers among the manifests: metadata with a licence, classifiers or addresses, and the files it takes its requirements from.</summary>
    public static HashSet<string> Find(IEnumerable<Manifest> manifests, RepositoryFiles files)
    {
        var offered = new HashSet<string>(StringComparer.Ordinal);
        var all = manifests.ToList();
        foreach (var manifest in all.Where(manifest => manifest.ProjectName is not null && IsMetadata(manifest)))
        {
            if (files.TryGet(manifest.Path)?.ReadText().ValueOrDefault() is not { } text || !IsOffer(manifest, text.Content)) continue;
            offered.Add(manifest.Path);
            offered.UnionWith(manifest.Includes.Select(include => include.Path));
            // A setup.py may read the list in ways that only running it would tell.
            if (manifest.Kind == ManifestKind.SetupPy) offered.UnionWith(all.Where(other => other.Kind == ManifestKind.Requirements && IsBesideAndNamed(manifest, other, text.Content)).Select(other => other.Path));
        }

        return offered;
    }

    public static bool IsMetadata(Manifest manifest) => manifest.Kind is ManifestKind.Pyproject or ManifestKind.SetupPy or ManifestKind.SetupCfg;

    private static bool IsOffer(Manifest manifest, string text) =>
        (manifest.Kind != ManifestKind.Pyproject || text.Contains("[build-system]", StringComparison.Ordinal)) && !text.Contains("Private ::", StringComparison.Ordinal)
        && !text.Contains("package-mode = false", StringComparison.Ordinal) && Words.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static bool IsBesideAndNamed(Manifest metadata, Manifest list, string text)
    {
        var directory = RepositoryPath.DirectoryOf(metadata.Path);
        return (directory.Length == 0 || RepositoryPath.IsUnder(list.Path, directory)) && text.Contains(RepositoryPath.NameOf(list.Path), StringComparison.Ordinal);
    }
}
