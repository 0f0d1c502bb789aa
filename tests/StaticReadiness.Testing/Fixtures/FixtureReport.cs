using System.Globalization;
using System.Text;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Testing.Markdown;

namespace StaticReadiness.Testing.Fixtures;

/// <summary>Compares a scan of a fixture with what the fixture expects.</summary>
public static class FixtureReport
{
    private const double TroubledBelow = 2.5;
    private const double ExemplaryAbove = 4.5;

    /// <summary>What is wrong, a line each; empty when all is as expected.</summary>
    public static string Compare(FixtureProject fixture, Report report)
    {
        var problems = new StringBuilder();
        foreach (var notification in report.Notifications) problems.AppendLine(CultureInfo.InvariantCulture, $"  notification {notification.Id}: {notification.Message}");
        CompareFindings(fixture, report, problems);
        foreach (var project in report.Projects) CompareScores(fixture, project.Scorecard, problems);
        return problems.ToString();
    }

    private static void CompareFindings(FixtureProject fixture, Report report, StringBuilder problems)
    {
        var found = report.Findings.Where(finding => finding.Suppression is null)
            .Select(finding => (Place: CaseReport.PlaceOf(finding.Diagnostic), finding.Diagnostic.Message))
            .OrderBy(finding => finding.Place, ExpectationComparer.Instance).ToList();
        foreach (var expected in fixture.Expectations)
        {
            var index = found.FindIndex(finding => finding.Place == expected);
            if (index >= 0) found.RemoveAt(index);
            else problems.AppendLine(CultureInfo.InvariantCulture, $"  missing    {expected.Rule} at {expected.Path}:{expected.Line}");
        }

        foreach (var (place, message) in found) problems.AppendLine(CultureInfo.InvariantCulture, $"  unexpected {place.Rule} at {place.Path}:{place.Line}: {message}");
    }

    private static void CompareScores(FixtureProject fixture, Scorecard scorecard, StringBuilder problems)
    {
        foreach (var dimension in scorecard.Dimensions)
        {
            var isBound = fixture.Bounds.TryGetValue(dimension.Id, out var bounds);
            if (dimension.Score is not { } score)
            {
                if (isBound) problems.AppendLine(CultureInfo.InvariantCulture, $"  {dimension.Id} is not assessed: {dimension.NotAssessedReason}");
                continue;
            }

            var isTwinLike = fixture.IsExemplary ? score > ExemplaryAbove : score < TroubledBelow;
            if (isTwinLike && !(isBound && (score < bounds.Low || score > bounds.High))) continue;
            problems.AppendLine(CultureInfo.InvariantCulture, $"  {dimension.Id} scores {score:0.00}");
            foreach (var line in dimension.Ledger) problems.AppendLine(CultureInfo.InvariantCulture, $"      {line.Contribution,5:0.00} {line.Id} {line.State}: {line.Reason}");
        }
    }
}
