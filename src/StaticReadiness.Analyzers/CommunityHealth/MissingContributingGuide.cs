using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Reports repositories that do not tell how to contribute to them.</summary>
public sealed class MissingContributingGuide : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0802",
        "missing-contributing-guide",
        "Nothing tells how to contribute",
        "The repository has no `CONTRIBUTING` file, and no document beside the README has a section on contributing",
        DiagnosticSeverity.Note,
        Precision.High,
        "community-health",
        "process")
    {
        IsAboutRepository = true,
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var isThere = CommunityFiles.Find(context.Project, "contributing", "contribute", "contribution", "hacking", "development", "developing", "developer") is not null
            || CommunityFiles.FindHeading(context.Project, "contribut", "hacking", "development", "developing", "pull request") is not null
            || context.Project.Files.DirectoryExists("docs/contributing") || context.Project.Files.DirectoryExists("docs/development")
            || context.Project.Documents.Documents.Any(document => IsGuide(document.Path));
        if (!isThere && CommunityFiles.LiesAbove(context)) return;
        context.Examined();
        if (!isThere) context.Report(Location.Repository);
    }

    // A manual may keep its guide for developers at any depth.
    private static bool IsGuide(string path) =>
        path.StartsWith("doc", StringComparison.OrdinalIgnoreCase) && Path.GetFileNameWithoutExtension(path).ToLowerInvariant() is "contributing" or "contribute" or "development" or "developing" or "developer-guide" or "dev-setup";
}
