using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Reports repositories in which nobody has committed for long.</summary>
public sealed class StaleRepository : DiagnosticAnalyzer
{
    private static readonly RuleOption<int> Months = new("months", 12, "how many months without a commit make a repository stale");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0805",
        "stale-repository",
        "Nobody has worked on the repository for a year",
        "The last commit by a person, `{0}`, is {1} months old",
        DiagnosticSeverity.Warning,
        Precision.High,
        "community-health",
        "maintenance")
    {
        IsAboutRepository = true,
        Options = [Months],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (!context.Project.History.TryGet(out var history))
        {
            AskScorecard(context, context.Project.History.Reason!);
            return;
        }

        // Of a shallow clone the newest commit is there, whoever made it.
        var last = history.Commits.TryGet(out var commits) ? commits.FirstOrDefault(commit => !commit.IsByBot) : history.LastCommit.ValueOrDefault();
        if (last is null)
        {
            AskScorecard(context, history.LastCommit.Reason ?? "only programs committed");
            return;
        }

        context.Examined();
        var day = DateOnly.FromDateTime(last.Date.UtcDateTime);
        if (day >= context.Project.Today.AddMonths(-context.GetOption(Months)))
            context.Prove("community-health/maintenance", Location.Repository, $"the last commit is of {day:yyyy-MM-dd}");
        else
            context.Report(Location.Repository, last.Hash[..Math.Min(last.Hash.Length, 10)], MonthsBetween(day, context.Project.Today));
    }

    // Scorecard gives no point only for what is archived or has seen nothing in ninety days (docs/checks.md, Maintained).
    private static void AskScorecard(ProjectContext context, string reason)
    {
        if (context.Project.Evidence.FindCheck("Maintained").TryGet(out var score) && score > 0)
            context.Prove("community-health/maintenance", Location.Repository, "OpenSSF Scorecard finds it maintained");
        else context.Unknown(reason);
    }

    private static int MonthsBetween(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
}
