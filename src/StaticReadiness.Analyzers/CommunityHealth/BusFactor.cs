using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Evidence;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Reports repositories that one person keeps going.</summary>
public sealed class BusFactor : DiagnosticAnalyzer
{
    private static readonly RuleOption<int> Percent = new("percent", 80, "the share of the last year's commits, in percent, from which one person is one too few");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0807",
        "bus-factor",
        "One person does nearly all the work",
        "`{0}` wrote {1} % of the {2} commits of the last year",
        DiagnosticSeverity.Warning,
        Precision.High,
        "community-health",
        "bus-factor")
    {
        IsAboutRepository = true,
        Options = [Percent],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private const int FewestCommits = 10;

    private static void Examine(ProjectContext context)
    {
        var answer = LastYear.People(context.Project);
        if (!answer.TryGet(out var people))
        {
            if (context.Project.Evidence.Find(FactIds.ActiveMaintainers).TryGet(out var maintainers) && maintainers > 1)
                context.Prove("community-health/bus-factor", Location.Repository, $"{maintainers:0} active maintainers, says the evidence file");
            else context.Unknown(answer.Reason!);
            return;
        }

        var commits = people.Sum(person => person.Commits);
        if (commits < FewestCommits)
        {
            context.NotApplicable("fewer than ten commits in the last year say nothing about who can do the work");
            return;
        }

        context.Examined();
        var first = people[0];
        if (first.Share * 100 >= context.GetOption(Percent))
            context.Report(Location.Repository, first.Name, (int)Math.Round(first.Share * 100), commits);
        else
            context.Prove("community-health/bus-factor", Location.Repository, $"{people.Count} people committed in the last year");
    }
}
