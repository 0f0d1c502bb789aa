using System.Collections.Immutable;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Pipelines;

namespace StaticReadiness.Repository.Projects;

/// <summary>Divides a repository into its projects.</summary>
public sealed class ProjectOutlines
{
    private ProjectOutlines(ImmutableArray<ProjectOutline> projects) => Projects = projects;

    /// <summary>The projects in the order of their roots; never empty.</summary>
    public ImmutableArray<ProjectOutline> Projects { get; }

    /// <summary>The projects of a repository.</summary>
    /// <param name="given">The roots when the user names them, <c>.</c> for the top; empty to find them.</param>
    public static ProjectOutlines Find(RepositoryFiles files, DependencyModel dependencies, Deployment deployment, PipelineFiles pipelines, ImmutableArray<string> given = default)
    {
        var roots = given.IsDefaultOrEmpty ? ProjectRoots.Find(files, dependencies) : new SortedSet<string>(given.Select(RootOf), StringComparer.Ordinal);
        var signs = new SignFinder(files, dependencies, deployment, pipelines, roots);
        return new ProjectOutlines([.. roots.Select(signs.Describe)]);
    }

    /// <summary>The project that a file belongs to: the one with the nearest root; null for what lies outside all of them and so is shared.</summary>
    public ProjectOutline? OwnerOf(string path)
    {
        ProjectOutline? best = null;
        foreach (var project in Projects)
            if (project.Contains(path) && (best is null || project.Root.Length > best.Root.Length)) best = project;
        return best;
    }

    /// <summary>Whether a project sees a file: its own and those that the whole repository shares. A repository's only project sees all of it.</summary>
    public bool Sees(ProjectOutline project, string path)
    {
        if (Projects.Length == 1) return true;
        var owner = OwnerOf(path);
        return owner is null || owner == project || (owner.Root.Length == 0 && IsShared(owner, path));
    }

    private static string RootOf(string given) => given.Trim('/') is var root && root == "." ? "" : root;

    // Where nothing but loose code makes the top a project, what else lies there serves the others.
    private static bool IsShared(ProjectOutline top, string path) =>
        SharedFiles.Contains(path) || (top.Manifests.IsEmpty && !path.EndsWith(".py", StringComparison.Ordinal));
}
