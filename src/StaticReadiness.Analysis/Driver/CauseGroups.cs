using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Makes one finding of several that share their cause. A suppressed one stays by itself, so that each place can be accepted on its own.</summary>
internal static class CauseGroups
{
    /// <summary>The findings, those that share a cause as one.</summary>
    /// <param name="findings">The completed findings of one rule in one project.</param>
    /// <param name="complete">Completes a diagnostic that stands for several.</param>
    /// <param name="suppressAt">The suppression that holds for a diagnostic at another place, or null.</param>
    public static ImmutableArray<Finding> Join(
        ImmutableArray<Finding> findings, Func<Diagnostic, Finding> complete, Func<Diagnostic, FindingSuppression?> suppressAt)
    {
        if (!findings.Any(finding => finding.Diagnostic.Cause is not null)) return findings;
        var joined = findings.Where(finding => !IsOpen(finding)).ToList();
        foreach (var group in findings.Where(IsOpen).GroupBy(finding => (finding.Diagnostic.Cause!.Location.Path, finding.Diagnostic.Cause.Location.Span)))
        {
            var open = group.ToArray();
            joined.Add(open is [var only]
                ? only with { Suppression = suppressAt(only.Diagnostic with { Location = only.Diagnostic.Cause!.Location }) }
                : complete(Unite([.. open.Select(finding => finding.Diagnostic)])));
        }

        return [.. joined.OrderBy(finding => finding.Diagnostic, DiagnosticComparer.Instance)];
    }

    private static bool IsOpen(Finding finding) => finding is { Suppression: null, Diagnostic.Cause: not null };

    private static Diagnostic Unite(Diagnostic[] places)
    {
        // of several ways the shortest explains best
        var clearest = places.MinBy(place => place.CodeFlow.Length)!;
        var cause = clearest.Cause!;
        return clearest with
        {
            Location = cause.Location,
            Message = cause.Message.Replace("{0}", places.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            Severity = places.Max(place => place.Severity),
            Related = [.. places.Select(place => new CodeFlowStep(place.Location, place.CodeFlow is [var first, ..] ? first.Message : place.Message))],
            Places = places.Length,
        };
    }
}
