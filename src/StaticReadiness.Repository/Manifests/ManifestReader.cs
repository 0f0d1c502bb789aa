using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads a manifest of any kind.</summary>
public static class ManifestReader
{
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

    /// <summary>requirements/test.txt is named by its stem, other files by their whole name.</summary>
    internal static DependencyGroup GroupOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return DependencyGroup.FromFileName(name.LastIndexOf('.') is var dot && dot > 0 ? name[..dot] : name);
    }
}
