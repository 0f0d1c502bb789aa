using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting;

/// <summary>The conditions under which a scan passes.</summary>
/// <param name="FailLevel">The lowest severity that fails the gate; null when findings never do.</param>
/// <param name="MinimumIndex">The lowest readiness index that passes, 1 to 5; null when the index does not count.</param>
public sealed record Gate(DiagnosticSeverity? FailLevel, double? MinimumIndex)
{
    /// <summary>Decides the exit code. Cancelled outranks incomplete, incomplete outranks a failed gate: what was not seen cannot be judged.</summary>
    public Verdict Judge(Report report)
    {
        var reasons = ImmutableArray.CreateBuilder<string>();
        CountFindings(report, reasons);
        CompareIndex(report, reasons);
        var gateFailed = reasons.Count > 0;
        var incomplete = report.Notifications.Count(static n => n.Level == NotificationLevel.Error);
        if (incomplete > 0) reasons.Insert(0, $"the analysis is incomplete ({Plural.Of(incomplete, "error")})");
        if (report.IsCancelled) reasons.Insert(0, "the scan was stopped");

        var code = report.IsCancelled ? ExitCode.Cancelled
            : incomplete > 0 ? ExitCode.Incomplete
            : gateFailed ? ExitCode.GateFailed
            : ExitCode.Success;
        return new Verdict(code, reasons.ToImmutable());
    }

    private void CountFindings(Report report, ImmutableArray<string>.Builder reasons)
    {
        if (FailLevel is not { } level) return;
        var count = report.Findings.Count(f => f.Suppression is null && f.Diagnostic.Severity >= level);
        if (count == 0) return;
        var name = Names.Of(level);
        reasons.Add(level == DiagnosticSeverity.Error ? Plural.Of(count, "error") : $"{Plural.Of(count, "finding")} at or above {name}");
    }

    private void CompareIndex(Report report, ImmutableArray<string>.Builder reasons)
    {
        if (MinimumIndex is not { } minimum) return;
        var bound = minimum.ToString("0.0##", CultureInfo.InvariantCulture);
        foreach (var project in report.Projects)
        {
            var name = project.Root.Length == 0 ? "" : $" of {project.Root}";
            if (project.Scorecard.Index is not { } index) reasons.Add($"the index{name} is not assessed, so a minimum of {bound} cannot be met");
            else if (index < minimum) reasons.Add($"the index{name} {index.ToString("0.00", CultureInfo.InvariantCulture)} is below {bound}");
        }
    }
}
