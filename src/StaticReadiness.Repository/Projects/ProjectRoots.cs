using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Projects;

/// <summary>Finds the directories of a repository that are projects of their own.</summary>
internal static class ProjectRoots
{
    private const FileRoles Aside = FileRoles.Test | FileRoles.Example | FileRoles.Documentation | FileRoles.Vendored | FileRoles.Generated;

    /// <summary>How many declared projects may bear one name: whoever tries a tool on projects gives them all the same.</summary>
    private const int MaxNamesakes = 2;

    private const int FewHelpers = 10;

    /// <summary>Files beside a bare requirements.txt that make its directory something to run.</summary>
    private static readonly string[] Runnable = ["manage.py", "Dockerfile", "Procfile", "main.py", "app.py", "wsgi.py", "asgi.py", "server.py", "run.py"];

    /// <summary>The roots in ordinal order; never empty.</summary>
    public static SortedSet<string> Find(RepositoryFiles files, DependencyModel dependencies)
    {
        var declaring = dependencies.Manifests.Where(manifest => IsDeclaration(manifest) && IsInPlace(files, manifest.Path)).ToList();
        var copies = CopiesAmong(declaring);
        var roots = new SortedSet<string>(declaring.Select(manifest => RepositoryPath.DirectoryOf(manifest.Path)).Except(copies), StringComparer.Ordinal);
        var code = files.Files.Where(file => file is { IsPython: true, Role: FileRoles.Application } && !copies.Any(copy => RepositoryPath.IsUnder(file.Path, copy))).Select(file => file.Path).ToList();
        foreach (var file in files.Files)
        {
            var isBare = file.Name is "requirements.txt" or "manage.py" && IsInPlace(files, file.Path) && !roots.Any(r => r.Length > 0 && RepositoryPath.IsUnder(file.Path, r)) && !roots.Contains("");
            if (isBare && Runnable.Any(name => Exists(files, file.Directory, name))) roots.Add(file.Directory);
        }

        KeepThoseWithCode(roots, code);
        if (roots.Count == 0 || (!roots.Contains("") && IsRestOneToo(files, roots, code))) roots.Add("");
        return roots;
    }

    /// <summary>Whether a manifest is the repository's own: those of tests, examples, scripts, templates and third parties declare nothing that is delivered.</summary>
    public static bool IsInPlace(RepositoryFiles files, string path)
    {
        if (path.StartsWith('.') || path.Contains('{') || path.Contains("template", StringComparison.OrdinalIgnoreCase) || files.TryGet(path) is not { } file) return false;
        // A setup.py inside a package is a module that happens to have the name; manage.py and setup.py are scripts wherever they are.
        if (file.Name == "setup.py" && (Exists(files, file.Directory, "__init__.py") || !IsSetupScript(file))) return false;
        if (IsInsidePackage(files, file)) return false;
        return (file.Role & Aside) == FileRoles.None && (file.Role != FileRoles.Script || file.IsPython);
    }

    private static HashSet<string> CopiesAmong(List<Manifest> declaring) =>
        [.. declaring.Where(manifest => manifest.ProjectName is not null).GroupBy(manifest => manifest.ProjectName, manifest => RepositoryPath.DirectoryOf(manifest.Path))
            .Select(namesakes => namesakes.Distinct().ToList())
            .Where(namesakes => namesakes.Count > MaxNamesakes)
            .SelectMany(namesakes => namesakes)];

    // A workspace's own manifest, a recipe, a project in another language: nothing of it is Python to be judged.
    private static void KeepThoseWithCode(SortedSet<string> roots, List<string> code)
    {
        if (roots.Count < 2) return;
        var withCode = code.Select(path => roots.Where(root => RepositoryPath.IsUnder(path, root)).MaxBy(root => root.Length)).OfType<string>().ToHashSet();
        if (withCode.Count > 0) roots.IntersectWith(withCode);
    }

    // What lies outside every project is a project of its own when it is application code, and more than a few helpers.
    private static bool IsRestOneToo(RepositoryFiles files, SortedSet<string> roots, List<string> code)
    {
        var loose = code.Count(path => !roots.Any(root => RepositoryPath.IsUnder(path, root)));
        return loose >= FewHelpers || (loose > 0 && Runnable.Any(name => Exists(files, "", name)));
    }

    private static bool IsDeclaration(Manifest manifest) => manifest.Kind switch
    {
        ManifestKind.Pyproject => manifest.ProjectName is not null || manifest.Dependencies.Any(d => d.Group.IsRuntime),
        ManifestKind.SetupPy or ManifestKind.Pipfile => true,
        ManifestKind.SetupCfg => manifest.ProjectName is not null,
        _ => false,
    };

    private static bool IsSetupScript(RepositoryFile file) =>
        file.ReadText().TryGet(out var text) && text.Content.Contains("setup(", StringComparison.Ordinal)
        && (text.Content.Contains("setuptools", StringComparison.Ordinal) || text.Content.Contains("distutils", StringComparison.Ordinal) || text.Content.Contains("skbuild", StringComparison.Ordinal));

    private static bool IsInsidePackage(RepositoryFiles files, RepositoryFile file) =>
        file.Directory.Contains('/') && Exists(files, file.Directory, "__init__.py") && Exists(files, RepositoryPath.DirectoryOf(file.Directory), "__init__.py");

    private static bool Exists(RepositoryFiles files, string directory, string name) => files.TryGet(directory.Length == 0 ? name : $"{directory}/{name}") is not null;
}
