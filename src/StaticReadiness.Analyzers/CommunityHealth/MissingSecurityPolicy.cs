using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Reports repositories that do not tell where to report a vulnerability.</summary>
public sealed class MissingSecurityPolicy : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0803",
        "missing-security-policy",
        "Nothing tells how to report a vulnerability in private",
        "The repository has no `SECURITY` file, and no document has a section on reporting vulnerabilities",
        DiagnosticSeverity.Note,
        Precision.High,
        "community-health",
        "security-policy")
    {
        IsAboutRepository = true,
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static readonly string[] Headings =
        ["security polic", "vulnerabilit", "security issue", "security contact", "report security", "reporting security", "security report", "security disclosure", "responsible disclosure", "security bug", "reporting a security"];

    private static void Examine(ProjectContext context)
    {
        const string criterion = "community-health/security-policy";
        var file = CommunityFiles.Find(context.Project, "security", "security-policy", "security_policy") ?? WellKnown(context);
        if (file is not null && !IsAboutFeatures(file))
            context.Prove(criterion, Location.OfFile(file), "a security policy is present");
        else if (CommunityFiles.FindHeading(context.Project, Headings) is { } heading)
            context.Prove(criterion, heading, "a document tells how to report vulnerabilities");
        else if (CommunityFiles.Readme(context.Project) is { } readme && readme.Headings.FirstOrDefault(h => h.Title.Equals("Security", StringComparison.OrdinalIgnoreCase)) is { } section)
            context.Prove(criterion, new Location(readme.Path, readme.Text, section.Span), "the README has a section on security");
        else if (CommunityFiles.LiesAbove(context))
            return;
        else
            context.Report(Location.Repository);
        context.Examined();
    }

    private static string? WellKnown(ProjectContext context) =>
        context.Project.Files.Files.FirstOrDefault(file => file.Path.EndsWith(".well-known/security.txt", StringComparison.Ordinal))?.Path;

    // A page of the manual tells what the product does for security; a policy stands at the top or in the hosting service's folder.
    private static bool IsAboutFeatures(string path) => path.StartsWith("doc", StringComparison.OrdinalIgnoreCase) && path != "docs/SECURITY.md";
}
