using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Projects;

/// <summary>Where the Python modules of a repository lie.</summary>
internal sealed class PythonLayout
{
    private static readonly string[] Manifests = ["pyproject.toml", "setup.py", "setup.cfg", "Pipfile", "requirements.txt", "manage.py"];

    private readonly RepositoryFiles files;
    private readonly Dictionary<string, SortedSet<string>> modules = [];
    private readonly HashSet<string> packages = [];

    private PythonLayout(RepositoryFiles files) => this.files = files;

    /// <summary>The directories outside packages that hold modules or packages, in ordinal order, with the role of what they hold.</summary>
    public List<(string Directory, FileRoles Role)> Candidates { get; } = [];

    public static PythonLayout Of(RepositoryFiles files)
    {
        var layout = new PythonLayout(files);
        var python = files.Files.Where(f => f.IsPython).ToList();
        foreach (var file in python)
            if (file.Name == "__init__.py") layout.packages.Add(file.Directory);
        var roles = new SortedDictionary<string, FileRoles>(StringComparer.Ordinal);
        foreach (var file in python)
        {
            var (directory, module) = layout.Place(file);
            if (module is null) continue;
            if (!layout.modules.TryGetValue(directory, out var names)) layout.modules[directory] = names = new SortedSet<string>(StringComparer.Ordinal);
            names.Add(module);
            // The role of application code wins: a directory of one module and many scripts still is a place modules come from.
            if (!roles.TryGetValue(directory, out var role) || file.Role < role) roles[directory] = file.Role;
        }

        foreach (var (directory, role) in roles) layout.Candidates.Add((directory, role));
        return layout;
    }

    /// <summary>The names of the top-level modules and packages in a candidate.</summary>
    public IReadOnlyCollection<string> ModulesIn(string directory) => modules.TryGetValue(directory, out var names) ? names : [];

    /// <summary>The innermost directory named <c>src</c> on the way to a candidate, itself included.</summary>
    public static string? SourceDirectoryOf(string directory)
    {
        for (var at = directory; at.Length > 0; at = RepositoryPath.DirectoryOf(at))
            if (RepositoryPath.NameOf(at) == "src") return at;
        return null;
    }

    public bool HasManifest(string directory)
    {
        foreach (var manifest in Manifests)
            if (files.TryGet(directory.Length == 0 ? manifest : directory + "/" + manifest) is not null) return true;
        return false;
    }

    /// <summary>The directory that a file's topmost package or the file itself lies in, and that package's or module's name.</summary>
    private (string Directory, string? Module) Place(RepositoryFile file)
    {
        var at = file.Directory;
        var module = file.Name[..^(file.Name.EndsWith(".pyw", StringComparison.Ordinal) ? 4 : 3)];
        while (packages.Contains(at) && at.Length > 0)
        {
            var slash = at.LastIndexOf('/');
            module = at[(slash + 1)..];
            at = slash < 0 ? "" : at[..slash];
        }

        return (at, module == "__init__" ? null : module);
    }
}
