using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Reporting.Json.Model;

namespace StaticReadiness.Reporting.Json;

/// <summary>Turns a report into the shapes of the JSON file; nothing that differs between two runs over the same input enters.</summary>
internal static class ModelFactory
{
    public const string SchemaVersion = "1.0";

    public static ReportModel Create(Report report, Verdict verdict) => new(
        SchemaVersion,
        new ToolModel("static-readiness", report.ToolVersion),
        new RepositoryModel(Path.GetFileName(Path.TrimEndingDirectorySeparator(report.RootPath)), report.Revision),
        new VerdictModel((int)verdict.ExitCode, verdict.Reasons, report.IsCancelled),
        new FilesModel(report.Files.PythonFiles, report.Files.OtherFiles, report.Files.Skipped, report.Files.PythonBytes, report.Files.PythonLines),
        Projects(report),
        [.. report.Findings.Select(Create)],
        [.. report.Notifications.Select(Create)],
        [.. report.Rules.Select(Create)]);

    public static IReadOnlyList<ProjectModel> Projects(Report report) => [.. report.Projects.Select(Create)];

    private static ProjectModel Create(ProjectReport project) => new(
        project.Root, Names.Of(project.Kind), project.KindReason, project.Scorecard.Profile, Round(project.Scorecard.Index),
        Create(project.Scorecard.IndexInterval),
        [.. project.Scorecard.Dimensions.Select(Create)],
        [.. project.Scorecard.NextSteps.Select(static s => new NextStepModel(s.RuleId, s.Dimension, s.Findings, Round(s.DimensionGain), Round(s.IndexGain), s.Description))]);

    private static DimensionModel Create(DimensionScore dimension) => new(
        dimension.Id, dimension.Title, dimension.Weight, Round(dimension.Score), Round(dimension.UncappedScore), Create(dimension.Interval),
        dimension.IsDealBreaker, dimension.NotAssessedReason, dimension.ManualReason,
        [.. dimension.Caps.Select(static c => new CapModel(c.RuleId, c.Maximum, c.Reason))],
        [.. dimension.Ledger.Select(Create)]);

    private static CriterionModel Create(CriterionScore line) => new(
        line.Id, line.Title, Names.Of(line.State), Round(line.Value), line.Weight, line.Opportunities, line.Violations,
        Round(line.Contribution), Round(line.Gain), line.Reason, line.Rules, line.Proofs);

    private static IntervalModel? Create(ScoreInterval? interval) =>
        interval is { } i ? new IntervalModel(Round(i.Low), Round(i.High)) : null;

    private static FindingModel Create(Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        return new FindingModel(
            diagnostic.Descriptor.Id, diagnostic.Descriptor.Name, Names.Of(diagnostic.Severity), diagnostic.Descriptor.Dimension, diagnostic.Descriptor.Criterion,
            diagnostic.Message, diagnostic.Location.Path, Range(diagnostic.Location), finding.ProjectRoot, finding.Fingerprint,
            Create(finding.Suppression), Steps(diagnostic.CodeFlow), Steps(diagnostic.Related), diagnostic.Places);
    }

    private static SuppressionModel? Create(FindingSuppression? suppression) => suppression is null
        ? null
        : new SuppressionModel(suppression.Source, suppression.Justification, suppression.Location?.Path, suppression.Location is { } l ? Range(l) : null);

    private static IReadOnlyList<StepModel> Steps(ImmutableArray<CodeFlowStep> steps) =>
        [.. steps.Select(static s => new StepModel(s.Message, s.Location.Path, Range(s.Location)))];

    private static NotificationModel Create(Notification notification) => new(
        notification.Id, Names.Of(notification.Level), notification.Message, notification.Location?.Path, notification.Location is { } l ? Range(l) : null);

    private static RuleModel Create(DiagnosticDescriptor rule) => new(
        rule.Id, rule.Name, rule.Title, Names.Of(rule.Severity), Names.Of(rule.Precision), rule.Dimension, rule.Criterion, rule.Cwe);

    private static RangeModel? Range(Location location)
    {
        if (location.Text is not { } text) return null;
        var start = text.GetCodePointPosition(Math.Clamp(location.Span.Start, 0, text.Length));
        var end = text.GetCodePointPosition(Math.Clamp(location.Span.End, 0, text.Length));
        return new RangeModel(start.Line + 1, start.Column + 1, end.Line + 1, end.Column + 1);
    }

    // Sums of doubles end in noise; nine digits keep the ledger adding up to what is printed.
    private static double Round(double value) => Math.Round(value, 9);

    private static double? Round(double? value) => value is { } v ? Math.Round(v, 9) : null;
}
