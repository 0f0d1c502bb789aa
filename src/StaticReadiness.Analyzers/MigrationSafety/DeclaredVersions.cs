using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Finds what the manifests and the code of a project's packages say about their versions.</summary>
internal static class DeclaredVersions
{
    /// <summary>Modules that by custom hold the version of the package around them.</summary>
    private static readonly string[] VersionModules = ["__init__", "__about__", "__version__", "_version", "version", "about"];

    /// <summary>Words by which a setup.py or a manifest leaves the version to a tool.</summary>
    private static readonly string[] ComputingWords = ["use_scm_version", "setuptools_scm", "setuptools-scm", "hatch-vcs", "versioneer", "pbr", "version=", "version =", "poetry-dynamic-versioning", "package-mode = false", "package = false", "versioningit", "vcs-versioning", "bumpversion", "{{"];

    public static IEnumerable<DeclaredPackage> Of(Project project)
    {
        var packaged = ProjectDependencies.Of(project).Manifests
            .Where(manifest => manifest.Kind is ManifestKind.Pyproject or ManifestKind.SetupPy or ManifestKind.SetupCfg && !manifest.Path.Contains("{{", StringComparison.Ordinal))
            .GroupBy(manifest => RepositoryPath.DirectoryOf(manifest.Path));
        foreach (var folder in packaged)
            if (folder.FirstOrDefault(manifest => manifest.ProjectName is not null) is { } named) yield return Read(project, folder.Key, named, [.. folder]);
    }

    private static DeclaredPackage Read(Project project, string folder, Manifest named, List<Manifest> manifests)
    {
        var statements = manifests.Where(manifest => IsLiteral(manifest.ProjectVersion)).Select(manifest => Make(manifest.ProjectVersion!, Find(project, manifest.Path, manifest.ProjectVersion!), isManifest: true)).ToList();
        var isComputed = manifests.Exists(manifest => manifest.Dynamic.Contains("version") || (manifest.ProjectVersion is not null && !IsLiteral(manifest.ProjectVersion)))
            || (statements.Count == 0 && manifests.Exists(manifest => Mentions(project, manifest.Path)));
        statements.AddRange(InCode(project, folder, named.ProjectName!));
        return new DeclaredPackage(named.ProjectName!, Find(project, named.Path, named.ProjectName!), isComputed, [.. statements]);
    }

    private static bool IsLiteral(string? version) =>
        version is { Length: > 0 } && !version.StartsWith("attr:", StringComparison.Ordinal) && !version.StartsWith("file:", StringComparison.Ordinal) && version.AsSpan().IndexOfAny("{}$@%<>") < 0;

    private static bool Mentions(Project project, string path) =>
        project.Files.TryGet(path)?.ReadText().ValueOrDefault() is not { } text || ComputingWords.Any(word => text.Content.Contains(word, StringComparison.Ordinal));

    private static VersionStatement Make(string text, Location location, bool isManifest) =>
        new(text, PythonVersion.TryParse(text, out var version) ? version : null, location, isManifest);

    private static Location Find(Project project, string path, string wanted)
    {
        if (project.Files.TryGet(path)?.ReadText().ValueOrDefault() is not { } text) return Location.OfFile(path);
        var from = Math.Max(0, text.Content.IndexOf("version", StringComparison.Ordinal));
        var at = text.Content.IndexOf(wanted, from, StringComparison.Ordinal);
        if (at < 0) at = text.Content.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? Location.OfFile(path) : new Location(path, text, new TextSpan(at, wanted.Length));
    }

    private static IEnumerable<VersionStatement> InCode(Project project, string folder, string name)
    {
        var package = PackageName.Normalize(name).Replace('-', '_');
        var prefix = folder.Length == 0 ? "" : folder + "/";
        foreach (var tree in project.Trees)
        {
            var inner = tree.Path.StartsWith($"{prefix}src/{package}/", StringComparison.Ordinal) ? tree.Path[$"{prefix}src/{package}/".Length..]
                : tree.Path.StartsWith($"{prefix}{package}/", StringComparison.Ordinal) ? tree.Path[$"{prefix}{package}/".Length..] : null;
            if (inner is null || !VersionModules.Any(module => inner == module + ".py")) continue;
            foreach (var value in tree.Root.Body.Select(ValueOfVersion))
                if (value is Constant { StringValue: { Length: > 0 } text } && char.IsAsciiDigit(text[0]))
                    yield return Make(text, new Location(tree.Path, tree.Text, value.Span), isManifest: false);
        }
    }

    private static Expression? ValueOfVersion(Statement statement) => statement switch
    {
        Assign { Targets: [Expression target] } assign when target.LastName() == "__version__" => assign.Value,
        AnnAssign annotated when annotated.Target.LastName() == "__version__" => annotated.Value,
        _ => null,
    };
}
