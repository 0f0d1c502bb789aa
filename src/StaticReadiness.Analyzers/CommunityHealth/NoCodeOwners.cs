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
        "The repository has no `CODEOWNERS` file and names no maintainers, though {0} people did a good part of the last year's commits each",
        DiagnosticSeverity.Note,
        Precision.Medium,
        "community-health",
        "bus-factor")
    {
        IsAboutRepository = true,
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static readonly HashSet<string> Sections = new(StringComparer.OrdinalIgnoreCase) { "Governance", "Maintainers", "Core team", "Code owners", "Ownership", "Team" };

    private const int FewestPeople = 3;
    private const int FewestCommits = 5;
    private const double SmallestShare = 0.05;

    private static void Examine(ProjectContext context)
    {
        var isThere = CommunityFiles.Find(context.Project, "codeowners", "maintainers", "owners", "governance") is not null
            || CommunityFiles.FindHeading(context.Project, "maintainer", "core team", "code owner", "governance", "core developer") is not null
            || context.Project.Documents.Documents.Any(document => document.Headings.Any(heading => Sections.Contains(heading.Title))) || NamesMaintainer(context.Project) || DeclaredMaintainers.Exist(context.Project);
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

        // Two people know who does what without a file, whoever else sends a change now and then.
        var regular = people.Count(person => person.Commits >= FewestCommits && person.Share >= SmallestShare);
        if (regular < FewestPeople)
        {
            context.NotApplicable("fewer than three people commit regularly");
            return;
        }

        context.Examined();
        context.Report(Location.Repository, regular);
    }

    // A list of authors is a list of thanks, unless it says who maintains.
    private static bool NamesMaintainer(Project project) =>
        (CommunityFiles.Readme(project) is { } readme && (readme.Text.Content.Contains("maintained by", StringComparison.OrdinalIgnoreCase) || readme.Text.Content.Contains("maintainers", StringComparison.OrdinalIgnoreCase)))
        || CommunityFiles.Find(project, "authors") is { } path && project.Files.TryGet(path) is { } file && file.ReadText().TryGet(out var text)
        && text.Content.Contains("maintain", StringComparison.OrdinalIgnoreCase);
}
