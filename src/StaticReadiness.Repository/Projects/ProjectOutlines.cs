using System.Collections.Immutable;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Pipelines;

namespace StaticReadiness.Repository.Projects;

/// <summary>Divides a repository into its projects.</summary>
public sealed class ProjectOutlines
{
    private const FileRoles Aside = FileRoles.Test | FileRoles.Example | FileRoles.Documentation | FileRoles.Vendored | FileRoles.Generated;

    /// <summary>Files beside a bare requirements.txt that make its directory something to run.</summary>
    private static readonly string[] Runnable = ["manage.py", "Dockerfile", "Procfile", "main.py", "app.py", "wsgi.py", "asgi.py", "server.py", "run.py"];

    private ProjectOutlines(ImmutableArray<ProjectOutline> projects) => Projects = projects;

    /// <summary>The projects in the order of their roots; never empty.</summary>
    public ImmutableArray<ProjectOutline> Projects { get; }

    public static ProjectOutlines Find(RepositoryFiles files, DependencyModel dependencies, Deployment deployment, PipelineFiles pipelines)
    {
        var roots = FindRoots(files, dependencies);
        var signs = new SignFinder(files, dependencies, deployment, pipelines, roots);
        return new ProjectOutlines([.. roots.Select(signs.Describe)]);
    }

    /// <summary>The project that a file belongs to: the one with the nearest root.</summary>
    public ProjectOutline ProjectOf(string path)
    {
        var best = Projects[0];
        foreach (var project in Projects)
            if (project.Contains(path) && (!best.Contains(path) || project.Root.Length > best.Root.Length)) best = project;
        return best;
    }

    private static SortedSet<string> FindRoots(RepositoryFiles files, DependencyModel dependencies)
    {
        var roots = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var manifest in dependencies.Manifests)
            if (IsDeclaration(manifest) && IsInPlace(files, manifest.Path)) roots.Add(RepositoryPath.DirectoryOf(manifest.Path));
        foreach (var file in files.Files)
        {
            var isBare = file.Name is "requirements.txt" or "manage.py" && IsInPlace(files, file.Path) && !roots.Any(r => r.Length > 0 && RepositoryPath.IsUnder(file.Path, r)) && !roots.Contains("");
            if (isBare && Runnable.Any(name => files.TryGet(file.Directory.Length == 0 ? name : $"{file.Directory}/{name}") is not null)) roots.Add(file.Directory);
        }

        // What lies outside every project is a project of its own when it is application code.
        if (!roots.Contains("") && (roots.Count == 0 || files.Files.Any(f => f.IsPython && f.Role == FileRoles.Application && !roots.Any(r => RepositoryPath.IsUnder(f.Path, r))))) roots.Add("");
        return roots;
    }

    private static bool IsDeclaration(Manifest manifest) => manifest.Kind switch
    {
        ManifestKind.Pyproject => manifest.ProjectName is not null || manifest.Dependencies.Any(d => d.Group.IsRuntime),
        ManifestKind.SetupPy or ManifestKind.Pipfile => true,
        ManifestKind.SetupCfg => manifest.ProjectName is not null,
        _ => false,
    };

    /// <summary>Whether a manifest is the repository's own: those of tests, examples, scripts, templates and third parties declare nothing that is delivered.</summary>
    internal static bool IsInPlace(RepositoryFiles files, string path)
    {
        if (path.StartsWith('.') || path.Contains('{') || path.Contains("template", StringComparison.OrdinalIgnoreCase) || files.TryGet(path) is not { } file) return false;
        // A setup.py inside a package is a module that happens to have the name; manage.py and setup.py are scripts wherever they are.
        if (file.Name == "setup.py" && files.TryGet(file.Directory.Length == 0 ? "__init__.py" : file.Directory + "/__init__.py") is not null) return false;
        return (file.Role & Aside) == FileRoles.None && (file.Role != FileRoles.Script || file.IsPython);
    }
}
