using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Settings;

namespace StaticReadiness.Analysis.Tests;

public class SuppressionTests
{
    [Theory]
    [InlineData("assert a  # static-readiness: ignore[assert-as-check] checked before\n", "a.py:1 assert-as-check (comment)")]
    [InlineData("assert a  # static-readiness: ignore[SR0411] checked before\n", "a.py:1 assert-as-check (comment)")]
    [InlineData("# static-readiness: ignore[assert-as-check] checked before\nassert a\n", "a.py:2 assert-as-check (comment)")]
    [InlineData("# static-readiness: ignore[assert-as-check] checked before\n# and a further comment\nassert a\n", "a.py:3 assert-as-check (comment)")]
    [InlineData("x = 1\n\n# static-readiness: ignore-file[assert-as-check] generated asserts\nassert a\n", "a.py:4 assert-as-check (comment)")]
    [InlineData("assert a  # noqa: S101\n", "a.py:1 assert-as-check (peer comment)")]
    [InlineData("assert a  # noqa: E501,S101\n", "a.py:1 assert-as-check (peer comment)")]
    [InlineData("assert a  # noqa\n", "a.py:1 assert-as-check (peer comment)")]
    [InlineData("assert a  # nosec B101\n", "a.py:1 assert-as-check (peer comment)")]
    [InlineData("assert a  # nosec\n", "a.py:1 assert-as-check (peer comment)")]
    [InlineData("# ruff: noqa: S101\nassert a\n", "a.py:2 assert-as-check (peer comment)")]
    [InlineData("assert a  # noqa: E501\n", "a.py:1 assert-as-check")]
    [InlineData("assert a  # nosec B608\n", "a.py:1 assert-as-check")]
    [InlineData("assert a  # type: ignore\n", "a.py:1 assert-as-check")]
    [InlineData("assert '# noqa'\n", "a.py:1 assert-as-check")]
    [InlineData("x = '# static-readiness: ignore-file[assert-as-check] in a string'\nassert a\n", "a.py:2 assert-as-check")]
    public void A_comment_suppresses_what_it_names(string source, string expected) =>
        Runs.Of(new AssertRule(), ("a.py", source)).Lines().ShouldBe([expected]);

    [Fact]
    public void A_comment_above_covers_one_statement_only()
    {
        var report = Runs.Of(new AssertRule(), ("a.py", "# static-readiness: ignore[assert-as-check] first\nassert a\nassert b\n"));
        report.Lines().ShouldBe(["a.py:2 assert-as-check (comment)", "a.py:3 assert-as-check"]);
    }

    [Fact]
    public void A_comment_at_the_start_of_a_statement_covers_what_is_found_further_down_in_it()
    {
        var report = Runs.Of(ConstantRule(), ("a.py", "x = call(  # static-readiness: ignore[constants] known\n    1,\n)\ny = 2\n"));
        report.Lines().ShouldBe(["a.py:2 constants (comment)", "a.py:4 constants"]);
    }

    [Theory]
    [InlineData("# pylint: disable=magic-value\nx = 1\n\ndef f():\n    y = 2\n", 2)]
    [InlineData("def f():\n    # pylint: disable=magic-value\n    x = 1\ny = 2\n", 1)]
    [InlineData("x = 1  # pylint: disable=magic-value\ny = 2\n", 1)]
    [InlineData("# pylint: disable-next=magic-value,other\nx = 1\ny = 2\n", 1)]
    [InlineData("x = 1  # pylint: disable=other\ny = 2\n", 0)]
    public void Pylints_comment_reaches_as_far_as_pylint_lets_it(string source, int suppressed) =>
        Runs.Of(ConstantRule(), ("a.py", source)).Findings.Count(finding => finding.Suppression is not null).ShouldBe(suppressed);

    [Fact]
    public void A_suppression_keeps_its_reason_and_place()
    {
        var suppression = Runs.Of(new AssertRule(), ("a.py", "assert a  # static-readiness: ignore[assert-as-check] - invariant of the cart\n")).Findings.Single().Suppression!;
        suppression.Justification.ShouldBe("invariant of the cart");
        suppression.Location!.Span.Start.ShouldBe(10);
    }

    [Fact]
    public void A_peers_comment_gives_no_reason() =>
        Runs.Of(new AssertRule(), ("a.py", "assert a  # noqa: S101\n")).Findings.Single().Suppression!.Justification.ShouldBeNull();

    [Fact]
    public void A_suppression_without_a_reason_is_itself_reported() =>
        Runs.Of(new AssertRule(), ("a.py", "assert a  # static-readiness: ignore[assert-as-check]\n")).Lines()
            .ShouldBe(["a.py:1 assert-as-check (comment)", "a.py:1 suppression-without-reason"]);

    [Fact]
    public void A_suppression_that_suppresses_nothing_is_reported() =>
        Runs.Of(new AssertRule(), ("a.py", "x = 1  # static-readiness: ignore[assert-as-check] no longer\n")).Lines().ShouldBe(["a.py:1 unused-suppression"]);

    [Fact]
    public void A_suppression_of_a_rule_that_did_not_run_is_not_called_unused()
    {
        var other = ScriptedRule.New("SR0198", "other", _ => { });
        var report = Runs.Of(
            Runs.Options with { Overrides = new AnalysisSettings { Ignore = ["other"] } }, [new AssertRule(), other], ("a.py", "x = 1  # static-readiness: ignore[other] when it runs\n"));
        report.Lines().ShouldBeEmpty();
    }

    [Fact]
    public void A_suppression_of_an_unknown_rule_is_reported_with_the_nearest_name()
    {
        var finding = Runs.Of(new AssertRule(), ("a.py", "assert a  # static-readiness: ignore[assert-as-chek] typed in haste\n")).Findings.Single(finding => finding.Diagnostic.Descriptor.Id == "SR0003");
        finding.Diagnostic.Message.ShouldBe("there is no rule `assert-as-chek`; did you mean `assert-as-check`?");
    }

    [Fact]
    public void A_suppression_that_names_no_rule_suppresses_nothing() =>
        Runs.Of(new AssertRule(), ("a.py", "assert a  # static-readiness: ignore because\n")).Lines().ShouldBe(["a.py:1 assert-as-check", "a.py:1 unknown-rule-in-suppression"]);

    [Fact]
    public void Peers_comments_can_be_turned_off() =>
        Runs.With(new AnalysisSettings { HonoursPeerComments = false }, new AssertRule(), ("a.py", "assert a  # noqa: S101\n")).Lines().ShouldBe(["a.py:1 assert-as-check"]);

    [Fact]
    public void Suppressed_findings_are_no_violations_but_stay_in_the_report()
    {
        var report = Runs.Of(new AssertRule(), ("a.py", "assert a  # static-readiness: ignore[assert-as-check] fine\nassert b\n"));
        report.Findings.Length.ShouldBe(2);
        var line = report.Projects[0].Scorecard.Dimensions.Single(dimension => dimension.Id == "debugging-ergonomics").Ledger.Single(line => line.Id == "messages");
        (line.Violations, line.Opportunities).ShouldBe((1, 2));
    }

    [Fact]
    public void A_comment_in_a_file_that_is_not_Python_suppresses_too()
    {
        var rule = ScriptedRule.New("SR0198", "yaml", context => context.RegisterProjectAction(project =>
        {
            var text = project.Project.Files.TryGet("deploy.yaml")!.ReadText().Value;
            project.Report(new Location("deploy.yaml", text, text.GetLineSpan(1)), "found");
            project.Report(new Location("deploy.yaml", text, text.GetLineSpan(2)), "found");
        }));
        Runs.Of(rule, ("deploy.yaml", "a: 1\nb: 2  # static-readiness: ignore[yaml] for now\nc: 3\n")).Lines().ShouldBe(["deploy.yaml:2 yaml (comment)", "deploy.yaml:3 yaml"]);
    }

    [Fact]
    public void A_baseline_suppresses_what_it_knows()
    {
        var options = Runs.Options with { Baseline = finding => finding.Diagnostic.Location.Path == "old.py" ? new Reports.FindingSuppression("baseline", "known", null) : null };
        Runs.Of(options, [new AssertRule()], ("new.py", "assert a\n"), ("old.py", "assert a\n")).Lines().ShouldBe(["new.py:1 assert-as-check", "old.py:1 assert-as-check (baseline)"]);
    }

    private static ScriptedRule ConstantRule()
    {
        var plain = ScriptedRule.New("SR0199", "constants", context =>
            context.RegisterSyntaxNodeAction(node => node.Report(node.Node, "found"), Python.Syntax.SyntaxKind.Constant));
        return new ScriptedRule(plain.Descriptor with { PeerIds = ["magic-value"] }, plain.Initialize);
    }
}
