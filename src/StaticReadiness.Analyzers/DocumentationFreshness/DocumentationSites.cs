using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Tells the addresses of sites that hold a project's documents.</summary>
internal static class DocumentationSites
{
    private static readonly string[] Marks = ["docs.", "readthedocs", "/docs", ".github.io", "wiki", "documentation"];

    public static bool IsSite(string target) => target.StartsWith("http", StringComparison.Ordinal) && Marks.Any(mark => target.Contains(mark, StringComparison.Ordinal));

    /// <summary>Whether a site is the project's own rather than that of a tool it uses: its address holds the project's name.</summary>
    public static bool IsOwnSite(Project project, ProjectDocuments documents, string target) => IsSite(target) && Names(project, documents).Any(name => target.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Names(Project project, ProjectDocuments documents) =>
        project.Dependencies.Manifests.Select(manifest => manifest.ProjectName).OfType<string>()
            .Concat(project.Compilation.Modules.Select(module => ModuleNames.TopLevel(module.QualifiedName)).Distinct().Where(ProjectNames.Of(project).IsPackage))
            .Concat(documents.Readme?.Headings.FirstOrDefault()?.Title.Split(' ') ?? []).Where(name => name.Length > 3 && !ProjectNames.IsGeneric(name.ToLowerInvariant()));
}
