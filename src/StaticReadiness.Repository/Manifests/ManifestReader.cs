using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads a manifest of any kind.</summary>
public static class ManifestReader
{
    /// <summary>Folders whose requirements serve the project's own development.</summary>
    private static readonly string[] FoldersAside = ["ci", ".ci", "builder", "regression", "dev", "lint", "benchmark", "benchmarks", "e2e", "integration", "test_requirements", "test-requirements"];

    public static Manifest Read(ManifestKind kind, string path, SourceText text, CancellationToken cancellation = default) => kind switch
    {
        ManifestKind.Pyproject => PyprojectReader.Read(path, text),
        ManifestKind.SetupCfg => SetupCfgReader.Read(path, text),
        ManifestKind.SetupPy => SetupPyReader.Read(path, text, cancellation),
        ManifestKind.Pipfile => PipfileReader.Read(path, text),
        ManifestKind.Conda => CondaReader.Read(path, text),
        ManifestKind.Tox => ToxReader.Read(path, text),
        ManifestKind.Nox => NoxReader.Read(path, text, cancellation),
        _ => RequirementsReader.Read(path, text, GroupOf(path), ManifestFiles.IsConstraints(path)),
    };

    /// <summary>requirements/test.txt is named by its stem, other files by their whole name; where neither tells, ci/requirements.txt is named by its folder.</summary>
    internal static DependencyGroup GroupOf(string path)
    {
        var parts = path.Split('/');
        var name = parts[^1];
        var stem = name.LastIndexOf('.') is var dot && dot > 0 ? name[..dot] : name;
        var group = DependencyGroup.FromFileName(stem);
        if (!group.IsRuntime || parts.Length < 2) return group;
        if (parts[^2] is "extras" or "extra") return DependencyGroup.Extra(stem);
        return parts[..^1].FirstOrDefault(folder => FoldersAside.Contains(folder, StringComparer.Ordinal)) is { } aside ? DependencyGroup.FromFileName(aside) : group;
    }
}
