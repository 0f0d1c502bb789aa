using StaticReadiness.Repository.Locks;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Which files declare or pin dependencies, by their names.</summary>
public static class ManifestFiles
{
    private static readonly Dictionary<string, ManifestKind> Manifests = new(StringComparer.Ordinal)
    {
        ["pyproject.toml"] = ManifestKind.Pyproject,
        ["setup.cfg"] = ManifestKind.SetupCfg,
        ["setup.py"] = ManifestKind.SetupPy,
        ["Pipfile"] = ManifestKind.Pipfile,
        ["tox.ini"] = ManifestKind.Tox,
        ["noxfile.py"] = ManifestKind.Nox,
    };

    private static readonly Dictionary<string, LockKind> Locks = new(StringComparer.Ordinal)
    {
        ["poetry.lock"] = LockKind.Poetry,
        ["uv.lock"] = LockKind.Uv,
        ["pdm.lock"] = LockKind.Pdm,
        ["Pipfile.lock"] = LockKind.Pipenv,
        ["pylock.toml"] = LockKind.Pylock,
        ["conda-lock.yml"] = LockKind.CondaLock,
        ["conda-lock.yaml"] = LockKind.CondaLock,
    };

    private static readonly string[] RequirementSuffixes = [".txt", ".in", ".pip"];
    private static readonly string[] RequirementWords = ["requirements", "requirement", "constraints", "constraint", "reqs"];
    private static readonly string[] RequirementDirectories = ["requirements", "requirement", "reqs"];

    public static ManifestKind? KindOf(string path)
    {
        var name = NameOf(path);
        if (Manifests.TryGetValue(name, out var kind)) return kind;
        if (IsCondaEnvironment(name)) return ManifestKind.Conda;
        return IsRequirements(path, name) ? ManifestKind.Requirements : null;
    }

    public static LockKind? LockKindOf(string path)
    {
        var name = NameOf(path);
        if (Locks.TryGetValue(name, out var kind)) return kind;
        if (name.StartsWith("pylock.", StringComparison.Ordinal) && name.EndsWith(".toml", StringComparison.Ordinal)) return LockKind.Pylock;
        return name.EndsWith(".conda-lock.yml", StringComparison.Ordinal) ? LockKind.CondaLock : null;
    }

    /// <summary>Whether a requirements file by its name only limits versions.</summary>
    public static bool IsConstraints(string path) => NameOf(path).Contains("constraint", StringComparison.OrdinalIgnoreCase);

    internal static string DirectoryOf(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash];

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool IsCondaEnvironment(string name)
    {
        if (!name.EndsWith(".yml", StringComparison.Ordinal) && !name.EndsWith(".yaml", StringComparison.Ordinal)) return false;
        var stem = name[..name.LastIndexOf('.')];
        return stem is "environment" or "conda" or "conda-env" || stem.StartsWith("environment-", StringComparison.Ordinal) || stem.StartsWith("environment_", StringComparison.Ordinal);
    }

    private static bool IsRequirements(string path, string name)
    {
        if (!RequirementSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))) return false;
        if (name.EndsWith("MANIFEST.in", StringComparison.Ordinal)) return false;
        var words = name[..name.LastIndexOf('.')].ToLowerInvariant().Split(['-', '_', '.', ' ']);
        if (words.Any(word => RequirementWords.Contains(word, StringComparer.Ordinal))) return true;
        var directory = DirectoryOf(path);
        return RequirementDirectories.Contains(NameOf(directory), StringComparer.Ordinal);
    }
}
