using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Reports repositories that tag no releases, or none for over a year while work went on.</summary>
public sealed class NoReleaseCadence : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0806",
        "no-release-cadence",
        "Releases are not tagged, or have stopped coming",
        "{0}",
        DiagnosticSeverity.Note,
        Precision.High,
        "community-health",
        "releases")
    {
        IsAboutRepository = true,
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private const int YoungDays = 180;
    private const int LateDays = 365;

    private static void Examine(ProjectContext context)
    {
        if (!context.Project.History.TryGet(out var history) || !history.Releases.TryGet(out var releases) || !history.Commits.TryGet(out var commits))
        {
            context.Unknown(ReasonOf(context));
            return;
        }

        var today = context.Project.Today;
        if (releases.Count == 0 && today.DayNumber - DayOf(commits[^1].Date).DayNumber < YoungDays)
        {
            context.NotApplicable("the first commit is less than half a year old");
            return;
        }

        var days = releases.Select(release => DayOf(release.Date)).Concat(LoggedDays(context)).Where(day => day <= today).ToList();
        context.Examined();
        if (days.Count == 0)
        {
            context.Report(Location.Repository, "No tag names a release, and no change log dates one");
            return;
        }

        var last = days.Max();
        var since = commits.Count(commit => !commit.IsByBot && DayOf(commit.Date) > last);
        if (today.DayNumber - last.DayNumber <= LateDays)
            context.Prove("community-health/releases", Location.Repository, $"the last of {days.Count} releases is of {last:yyyy-MM-dd}");
        else if (since > 0)
            context.Report(Location.Repository, $"The last release is of `{last:yyyy-MM-dd}`, and {(since == 1 ? "one commit waits" : $"{since} commits wait")} for the next");
    }

    private static IEnumerable<DateOnly> LoggedDays(ProjectContext context) =>
        from log in context.Project.Documents.ChangeLogs
        from entry in log.Entries
        where entry is { IsUnreleased: false, Date: not null }
        select entry.Date!.Value;

    private static string ReasonOf(ProjectContext context) =>
        context.Project.History.Reason ?? context.Project.History.Value.Releases.Reason ?? context.Project.History.Value.Commits.Reason!;

    private static DateOnly DayOf(DateTimeOffset date) => DateOnly.FromDateTime(date.UtcDateTime);
}
