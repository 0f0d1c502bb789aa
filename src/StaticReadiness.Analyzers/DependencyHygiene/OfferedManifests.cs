using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Tells which manifests say what a package's users install with it: their ranges are an offer, and whoever deploys the package locks for himself.</summary>
internal static class OfferedManifests
{
    /// <summary>Words of metadata that only those write who hand a package to others.</summary>
    private static readonly string[] Words = ["classifiers", "license", "homepage", "urls", "url=", "url ="];

    public static bool IsMetadata(Manifest manifest) => manifest.Kind is ManifestKind.Pyproject or ManifestKind.SetupPy or ManifestKind.SetupCfg;

    /// <summary>Whether a manifest is a package's metadata with a licence, classifiers or addresses.</summary>
    public static bool IsOffer(Manifest manifest, RepositoryFiles files) =>
        manifest.ProjectName is not null && IsMetadata(manifest) && files.TryGet(manifest.Path)?.ReadText().ValueOrDefault() is { } text && IsOffer(manifest, text.Content);

    private static bool IsOffer(Manifest manifest, string text) =>
        (manifest.Kind != ManifestKind.Pyproject || text.Contains("[build-system]", StringComparison.Ordinal)) && !text.Contains("Private ::", StringComparison.Ordinal)
        && !text.Contains("package-mode = false", StringComparison.Ordinal) && Words.Any(word => text.Contains(word, StringComparison.Ordinal));
}
