using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Tests;

/// <summary>Findings of one rule with the same cause become one.</summary>
public class SharedCauseTests
{
    private const string Comment = "  # static-readiness: ignore[swallowed-exception] known";

    [Fact]
    public void Several_places_with_one_cause_are_one_finding_at_the_cause()
    {
        var finding = Scan("cause\nuse\nuse\nuse\n").Findings.Single().Diagnostic;
        finding.Message.ShouldBe("3 lead here");
        finding.Places.ShouldBe(3);
        LineOf(finding.Location).ShouldBe(1);
        finding.Related.Select(place => LineOf(place.Location)).ShouldBe([2, 3, 4]);
    }

    [Fact]
    public void A_single_place_keeps_its_finding() => Scan("cause\nuse\n").Lines().ShouldBe(["a.py:2 swallowed-exception"]);

    [Fact]
    public void The_score_counts_every_place()
    {
        var together = Scan("cause\nuse\nuse\nother\n");
        var apart = Scan("cause\nuse\nother\nother\n");
        Judged(together).ShouldBe((2, 3));
        Judged(apart).ShouldBe((1, 3));
    }

    [Fact]
    public void A_suppressed_place_stays_by_itself() =>
        Scan($"cause\nuse\nuse{Comment}\nuse\n").Lines().ShouldBe(["a.py:1 swallowed-exception", "a.py:3 swallowed-exception (comment)"]);

    [Theory]
    [InlineData("use\n", "a.py:2 swallowed-exception (comment)")]
    [InlineData("use\nuse\n", "a.py:1 swallowed-exception (comment)")]
    public void A_comment_at_the_cause_suppresses_what_leads_there(string uses, string expected) => Scan($"cause{Comment}\n{uses}").Lines().ShouldBe([expected]);

    [Fact]
    public void The_fingerprint_does_not_change_with_the_number_of_places() =>
        Scan("cause\nuse\nuse\nuse\n").Findings.Single().Fingerprint.ShouldBe(Scan("cause\nuse\nuse\n").Findings.Single().Fingerprint);

    private static Report Scan(string source) => Runs.Of(ScriptedRule.New("SR0001", "swallowed-exception", context => context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Name)), ("a.py", source));

    private static void Examine(SyntaxNodeContext node)
    {
        var name = (Name)node.Node;
        if (name.Identifier == "cause") return;
        node.Examined();
        if (name.Identifier != "use") return;
        var cause = new Location(node.Tree.Path, node.Tree.Text, new TextSpan(0, 5));
        node.Report(node.CreateDiagnostic(new Location(node.Tree.Path, node.Tree.Text, name.Span), "one") with { Cause = new SharedCause(cause, "{0} lead here") });
    }

    private static (int Violations, int Opportunities) Judged(Report report)
    {
        var line = report.Projects.Single().Scorecard.Dimensions.SelectMany(dimension => dimension.Ledger).First(criterion => criterion.Rules.Contains("swallowed-exception"));
        return (line.Violations, line.Opportunities);
    }

    private static int LineOf(Location location) => location.Text!.GetLineIndex(location.Span.Start) + 1;
}
