using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Reports repositories without a licence.</summary>
public sealed class MissingLicence : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0801",
        "missing-licence",
        "Nothing says what others may do with the code",
        "The repository has no licence file, and no manifest or README names a licence",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "community-health",
        "licence")
    {
        IsAboutRepository = true,
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        const string criterion = "community-health/licence";
        if (CommunityFiles.Find(context.Project, "licence", "license", "licences", "licenses", "copying", "unlicense") is { } path)
            context.Prove(criterion, Location.OfFile(path), "a licence file is present");
        else if (DeclaredLicence.Find(context.Project) is { } place)
            context.Prove(criterion, place, "a licence is named");
        else if (CommunityFiles.LiesAbove(context))
            return;
        else
            context.Report(Location.Repository);
        context.Examined();
    }
}
