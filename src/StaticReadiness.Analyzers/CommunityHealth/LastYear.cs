using StaticReadiness.Analysis;
using StaticReadiness.Repository;
using StaticReadiness.Repository.History;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Who committed in the year before the day of the scan.</summary>
internal static class LastYear
{
    public static Answer<IReadOnlyList<Contributor>> People(Project project)
    {
        if (!project.History.TryGet(out var history)) return Answers.Unknown<IReadOnlyList<Contributor>>(project.History.Reason!);
        var end = new DateTimeOffset(project.Today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        return history.ContributorsBetween(end.AddYears(-1), end);
    }
}
