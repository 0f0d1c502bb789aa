namespace StaticReadiness.Repository.Files;

/// <summary>Directories and files that no scan should read, by name or by what marks them.</summary>
internal static class DefaultExclusions
{
    /// <summary>Files whose presence makes their directory a Python environment.</summary>
    public static readonly HashSet<string> EnvironmentMarks = ["pyvenv.cfg", "conda-meta"];

    /// <summary>The file by which programs mark their caches (https://bford.info/cachedir/).</summary>
    public const string CacheMark = "CACHEDIR.TAG";

    /// <summary>Directories never read, tracked or not: name and what they are.</summary>
    private static readonly Dictionary<string, string> Always = new Dictionary<string, string>
    {
        [".git"] = "version control",
        [".hg"] = "version control",
        [".svn"] = "version control",
        [".bzr"] = "version control",
        ["_darcs"] = "version control",
        ["node_modules"] = "installed packages",
        ["site-packages"] = "installed packages",
        ["dist-packages"] = "installed packages",
        ["__pypackages__"] = "installed packages",
        [".eggs"] = "installed packages",
        [".venv"] = "a virtual environment",
        [".tox"] = "virtual environments",
        [".nox"] = "virtual environments",
        [".pixi"] = "virtual environments",
        ["__pycache__"] = "a cache",
        [".mypy_cache"] = "a cache",
        [".pytest_cache"] = "a cache",
        [".ruff_cache"] = "a cache",
        [".pytype"] = "a cache",
        [".pyre"] = "a cache",
        [".hypothesis"] = "a cache",
        [".ipynb_checkpoints"] = "a cache",
        [".cache"] = "a cache",
        [".direnv"] = "a cache",
        [".terraform"] = "a cache",
        [".gradle"] = "a cache",
        [".yarn"] = "a cache",
        [".next"] = "build output",
        [".nuxt"] = "build output",
        [".pants.d"] = "build output",
        [".pybuilder"] = "build output",
        [".serverless"] = "build output",
    };

    /// <summary>Directories not read unless git tracks files in them or they are Python packages.</summary>
    private static readonly Dictionary<string, string> UnlessTracked = new Dictionary<string, string>
    {
        ["build"] = "build output",
        ["_build"] = "build output",
        ["dist"] = "build output",
        ["wheels"] = "build output",
        ["wheelhouse"] = "build output",
        ["sdist"] = "build output",
        ["target"] = "build output",
        ["htmlcov"] = "a coverage report",
        ["venv"] = "a virtual environment",
        ["virtualenv"] = "a virtual environment",
        ["buck-out"] = "build output",
        ["bazel-out"] = "build output",
    };

    private static readonly string[] FileSuffixes = [".pyc", ".pyo", ".swp", "~"];

    public static string? Explain(string directoryName) =>
        Always.GetValueOrDefault(directoryName)
        ?? (directoryName.EndsWith(".egg-info", StringComparison.Ordinal) || directoryName.EndsWith(".dist-info", StringComparison.Ordinal) ? "metadata of an installed package"
            : directoryName.EndsWith(".egg", StringComparison.Ordinal) ? "an installed package" : null);

    public static string? ExplainUnlessTracked(string directoryName) => UnlessTracked.GetValueOrDefault(directoryName);

    public static bool IsExcludedFile(string name)
    {
        if (name is ".DS_Store" or "Thumbs.db" or ".coverage" or ".git") return true;
        foreach (var suffix in FileSuffixes)
            if (name.EndsWith(suffix, StringComparison.Ordinal)) return true;
        return false;
    }
}
