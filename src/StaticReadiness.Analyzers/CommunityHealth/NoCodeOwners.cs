using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Reports repositories of several people that do not say who answers for the code.</summary>
public sealed class NoCodeOwners : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0804",
        "no-code-owners",
        "Nothing says who answers for which part of the code",
        "The repository has no `CODEOWNERS` file and names no maintainers, though {0} people committed in the last year",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "community-health",
        "bus-factor")
    {
        IsAboutRepository = true,
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private const int FewestPeople = 3;

    private static void Examine(ProjectContext context)
    {
        var isThere = CommunityFiles.Find(context.Project, "codeowners", "maintainers", "owners", "governance") is not null
            || CommunityFiles.FindHeading(context.Project, "maintainer", "core team", "code owner", "governance", "core developer") is not null
            || NamesMaintainer(context.Project);
        if (isThere)
        {
            context.Examined();
            return;
        }

        if (CommunityFiles.LiesAbove(context)) return;
        if (!LastYear.People(context.Project).TryGet(out var people))
        {
            context.Unknown(LastYear.People(context.Project).Reason!);
            return;
        }

        // Two people know who does what without a file.
        if (people.Count(person => person.Commits > 1) < FewestPeople)
        {
            context.NotApplicable("fewer than three people commit regularly");
            return;
        }

        context.Examined();
        context.Report(Location.Repository, people.Count);
    }

    // A list of authors is a list of thanks, unless it says who maintains.
    private static bool NamesMaintainer(Project project) =>
        CommunityFiles.Find(project, "authors") is { } path && project.Files.TryGet(path) is { } file && file.ReadText().TryGet(out var text)
        && text.Content.Contains("maintain", StringComparison.OrdinalIgnoreCase);
}
