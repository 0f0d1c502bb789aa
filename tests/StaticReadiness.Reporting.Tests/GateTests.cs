using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Tests;

public class GateTests
{
    private static readonly Report Complete = SampleReport.Create() with { Notifications = [] };

    [Fact]
    public void A_finding_at_the_fail_level_fails() =>
        new Gate(DiagnosticSeverity.Error, null).Judge(Complete).ShouldSatisfyAllConditions(
            static v => v.ExitCode.ShouldBe(ExitCode.GateFailed),
            static v => v.Reasons.ShouldBe(["2 errors"]));

    [Fact]
    public void A_lower_level_counts_what_is_above_it_and_leaves_out_the_suppressed() =>
        new Gate(DiagnosticSeverity.Note, null).Judge(Complete).Reasons.ShouldBe(["4 findings at or above note"]);

    [Fact]
    public void Only_suppressed_findings_pass()
    {
        var suppressed = Complete.Findings.Select(static f => f with { Suppression = new FindingSuppression("comment", null, null) });
        new Gate(DiagnosticSeverity.Note, null).Judge(Complete with { Findings = [.. suppressed] }).ExitCode.ShouldBe(ExitCode.Success);
    }

    [Fact]
    public void Without_a_fail_level_findings_never_fail() =>
        new Gate(null, null).Judge(Complete).ExitCode.ShouldBe(ExitCode.Success);

    [Theory]
    [InlineData(1.6, ExitCode.Success)]
    [InlineData(1.7, ExitCode.GateFailed)]
    public void The_index_must_reach_the_minimum(double minimum, ExitCode expected) =>
        new Gate(null, minimum).Judge(Complete).ExitCode.ShouldBe(expected);

    [Fact]
    public void An_index_that_is_not_assessed_meets_no_minimum()
    {
        var project = Complete.Projects[0];
        var report = Complete with { Projects = [project with { Scorecard = project.Scorecard with { Index = null } }] };
        new Gate(null, 1).Judge(report).Reasons.ShouldHaveSingleItem().ShouldContain("not assessed");
    }

    [Fact]
    public void An_error_of_the_run_outranks_the_gate()
    {
        var verdict = new Gate(DiagnosticSeverity.Error, null).Judge(SampleReport.Create());
        verdict.ExitCode.ShouldBe(ExitCode.Incomplete);
        verdict.Reasons.ShouldBe(["the analysis is incomplete (1 error)", "2 errors"]);
    }

    [Fact]
    public void A_stopped_run_outranks_everything() =>
        new Gate(DiagnosticSeverity.Error, 5).Judge(SampleReport.Create() with { IsCancelled = true }).ExitCode.ShouldBe(ExitCode.Cancelled);
}
