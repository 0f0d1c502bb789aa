using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Which files each project of a repository sees: its own, those shared by all, and the libraries beside it that it is built from.</summary>
internal sealed class ProjectScopes
{
    private readonly ProjectOutlines outlines;
    private readonly ILookup<ProjectOutline, ProjectOutline> imported;

    public ProjectScopes(ProjectOutlines outlines, Compilation compilation)
    {
        this.outlines = outlines;
        imported = ImportsBetweenProjects(outlines, compilation).Distinct().ToLookup(pair => pair.Importer, pair => pair.Imported);
    }

    public Func<string, bool> Of(ProjectOutline project)
    {
        var seen = BuiltFrom(project);
        return path => seen.Any(part => part == project ? outlines.Sees(project, path) : outlines.OwnerOf(path) == part);
    }

    // An internal library is part of what is deployed: the handler that every service registers may stand there.
    private List<ProjectOutline> BuiltFrom(ProjectOutline project)
    {
        var found = new List<ProjectOutline> { project };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(imported[found[i]].Where(other => !found.Contains(other) && IsInternalLibrary(other)));
        return found;
    }

    private static bool IsInternalLibrary(ProjectOutline outline) =>
        outline.Root.Length > 0 && (outline.Signs & (ProjectSigns.Published | ProjectSigns.ServerProcess | ProjectSigns.DeploymentFiles | ProjectSigns.DjangoProject)) == ProjectSigns.None;

    private static IEnumerable<(ProjectOutline Importer, ProjectOutline Imported)> ImportsBetweenProjects(ProjectOutlines outlines, Compilation compilation)
    {
        foreach (var module in compilation.Modules)
        {
            if (outlines.OwnerOf(module.Tree.Path) is not { } importer) continue;
            foreach (var import in module.Summary.Imports)
            {
                if (compilation.FindModule(import.Module, module) is { } target && outlines.OwnerOf(target.Tree.Path) is { } owner && owner != importer)
                    yield return (importer, owner);
            }
        }
    }
}
