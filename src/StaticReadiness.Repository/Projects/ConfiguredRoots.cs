using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Projects;

/// <summary>The import roots that packaging and testing tools are configured with.</summary>
internal static class ConfiguredRoots
{
    /// <summary>Keys of pyproject.toml that list directories to import from; each tool's documentation names them relative to the file.</summary>
    private static readonly string[][] DirectoryLists =
    [
        ["tool", "setuptools", "packages", "find", "where"],
        ["tool", "pytest", "ini_options", "pythonpath"],
        ["tool", "pyright", "extraPaths"],
        ["tool", "basedpyright", "extraPaths"],
        ["tool", "mypy", "mypy_path"],
        ["tool", "pdm", "build", "package-dir"],
        ["tool", "maturin", "python-source"],
        ["tool", "uv", "build-backend", "module-root"],
        ["tool", "hatch", "build", "sources"],
        ["tool", "hatch", "build", "targets", "wheel", "sources"],
    ];

    /// <summary>Keys that tell sorters of imports what is first-party: roots, or by a common mistake the packages themselves.</summary>
    private static readonly string[][] Hints = [["tool", "ruff", "src"], ["tool", "isort", "src_paths"]];

    /// <summary>Keys that list packages by path: what holds the package is the root.</summary>
    private static readonly string[][] PackageLists =
    [
        ["tool", "hatch", "build", "targets", "wheel", "packages"],
        ["tool", "hatch", "build", "packages"],
    ];

    public static IEnumerable<string> Find(RepositoryFiles files)
    {
        foreach (var file in files.Files)
        {
            if (file.Name != "pyproject.toml" || file.Role is FileRoles.Vendored or FileRoles.Test || !file.ReadText().TryGet(out var text)) continue;
            var settings = TomlDocument.Parse(text).Root;
            foreach (var directory in Read(settings))
                if (RepositoryPath.Combine(file.Directory, directory) is { } root && files.DirectoryExists(root)) yield return root;
            foreach (var directory in Hints.SelectMany(key => Strings(settings.At(key))))
                if (RepositoryPath.Combine(file.Directory, directory) is { } root && files.DirectoryExists(root) && IsNoPackage(files, root)) yield return root;
        }
    }

    private static bool IsNoPackage(RepositoryFiles files, string directory) =>
        files.TryGet(directory + "/__init__.py") is null && !files.In(directory).All(f => f.Role == FileRoles.Test);

    private static IEnumerable<string> Read(ConfigurationMapping root)
    {
        foreach (var key in DirectoryLists)
            foreach (var directory in Strings(root.At(key))) yield return directory;
        foreach (var key in PackageLists)
            foreach (var package in Strings(root.At(key))) yield return ParentOf(package);
        // Setuptools: [tool.setuptools] package-dir = {"" = "src"}; Poetry: packages = [{include = "x", from = "src"}].
        if (root.GetString("tool", "setuptools", "package-dir", "") is { } packageDirectory) yield return packageDirectory;
        if (root.GetSequence("tool", "poetry", "packages") is { } packages)
            foreach (var package in packages.Mappings)
                if (package.GetString("from") is { } from) yield return from;
    }

    private static IEnumerable<string> Strings(ConfigurationNode? node) => node switch
    {
        ConfigurationSequence list => list.Items.Select(i => i.AsString()).OfType<string>(),
        not null when node.AsString() is { } single => single.Split([',', ':', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        _ => [],
    };

    private static string ParentOf(string path) => path.TrimEnd('/').LastIndexOf('/') is var slash and > 0 ? path[..slash] : ".";
}
