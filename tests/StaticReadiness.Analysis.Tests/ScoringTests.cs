using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Analysis.Tests;

public class ScoringTests
{
    private static readonly ReadinessModel Model = ReadinessModel.Load();

    [Fact]
    public void No_violation_is_full_marks_and_all_violations_none()
    {
        ErrorHandling([Result("swallowed-exception", 10, 0)]).Score.ShouldBe(5);
        ErrorHandling([Result("swallowed-exception", 10, 10)]).Score.ShouldBe(1);
    }

    [Fact]
    public void Half_the_value_is_lost_at_the_criterions_half_share()
    {
        var line = ErrorHandling([Result("swallowed-exception", 100, 15)]).Ledger.Single(line => line.Id == "no-swallowing");
        line.Value.ShouldBe(0.5);
        line.State.ShouldBe(CriterionState.Partly);
        line.Gain.ShouldBe(2);
        line.Reason.ShouldBe("15 of 100 examined are wrong");
    }

    [Fact]
    public void A_dimension_without_a_decided_criterion_is_not_assessed_and_has_no_number()
    {
        var dimension = ErrorHandling([]);
        dimension.Score.ShouldBeNull();
        dimension.NotAssessedReason.ShouldBe("no criterion could be decided: no rule that judges it ran");
    }

    [Fact]
    public void What_does_not_hold_for_the_kind_is_not_applicable()
    {
        var results = new[] { Result("missing-global-exception-handler", 1, 1) };
        ErrorHandling(results).Ledger[0].State.ShouldBe(CriterionState.Unmet);
        var line = ErrorHandling(results, ProjectKind.Library).Ledger[0];
        line.State.ShouldBe(CriterionState.NotApplicable);
        line.Reason.ShouldBe("it does not hold for a library");
    }

    [Fact]
    public void An_unknown_criterion_leaves_the_mean_and_widens_the_interval()
    {
        var dimension = ErrorHandling([Result("swallowed-exception", 10, 0), Unknown("missing-global-exception-handler")]);
        dimension.Score.ShouldBe(5);
        dimension.Interval!.Value.Low.ShouldBeLessThan(5);
        dimension.Ledger[0].State.ShouldBe(CriterionState.Unknown);
        dimension.Ledger[0].Reason.ShouldBe("assembled at run time");
    }

    [Fact]
    public void A_cap_bounds_the_score_whatever_else_is_good()
    {
        var dimension = ErrorHandling([Result("error-masked-as-success", 100, 1), Result("missing-global-exception-handler", 1, 0)]);
        dimension.Score.ShouldBe(2);
        dimension.UncappedScore!.Value.ShouldBeGreaterThan(4);
        dimension.Caps.ShouldHaveSingleItem().Reason.ShouldBe("a catch-all answers errors as successes");
    }

    [Fact]
    public void A_cap_for_errors_is_not_moved_by_a_warning()
    {
        Configuration(DiagnosticSeverity.Error).Score.ShouldBe(1);
        Configuration(DiagnosticSeverity.Warning).Caps.ShouldBeEmpty();
    }

    [Fact]
    public void A_deal_breaker_is_lifted_by_a_mitigation_with_a_reason()
    {
        var results = new[] { Result("swallowed-exception", 10, 10) };
        ErrorHandling(results).IsDealBreaker.ShouldBeTrue();
        var mitigated = Model.With(ModelOverrides.None with { Mitigations = ImmutableSortedDictionary<string, string>.Empty.Add("error-handling", "rewritten next month") });
        Scorer.Score(mitigated, Model.FindProfile(null)!, ProjectKind.Application, results).Dimensions[0].IsDealBreaker.ShouldBeFalse();
    }

    [Fact]
    public void A_proof_decides_what_no_rule_could()
    {
        var unknown = Unknown("missing-request-correlation") with { Proofs = [new Proof("debugging-ergonomics/correlation", Location.OfFile("app.py"), "a request id is bound")] };
        var line = Score([unknown]).Dimensions.Single(dimension => dimension.Id == "debugging-ergonomics").Ledger.Single(line => line.Id == "correlation");
        line.State.ShouldBe(CriterionState.Met);
        line.Reason.ShouldBe("a request id is bound (app.py)");
    }

    [Fact]
    public void What_nothing_proves_is_unmet_once_a_judge_has_looked()
    {
        var line = Score([Result("missing-lock-file", 1, 0)]).Dimensions.Single(dimension => dimension.Id == "dependency-hygiene").Ledger.Single(line => line.Id == "automation");
        line.State.ShouldBe(CriterionState.Unmet);
        line.Reason.ShouldBe("nothing proves it");
    }

    [Fact]
    public void A_preview_rule_is_not_scored()
    {
        var result = Result("swallowed-exception", 10, 10);
        ErrorHandling([result with { Rule = result.Rule with { Precision = Precision.Preview } }]).Score.ShouldBeNull();
    }

    [Fact]
    public void The_index_is_the_mean_by_the_profiles_weights()
    {
        var card = Score([Result("swallowed-exception", 10, 0), Result("deprecated-api", 10, 10, "migration-safety")]);
        // error-handling 5 with weight 3, migration-safety 1 with weight 2
        card.Index.ShouldBe(3.4);
    }

    [Fact]
    public void What_gains_most_per_finding_comes_first()
    {
        var card = Score([Result("swallowed-exception", 100, 90), Result("missing-global-exception-handler", 1, 1)]);
        card.NextSteps.Select(step => step.RuleId).ShouldBe([IdOf("missing-global-exception-handler"), IdOf("swallowed-exception")]);
        card.NextSteps[0].Description.ShouldBe("error-handling goes from 1.00 to 3.00 without the one finding of missing-global-exception-handler");
    }

    private static DimensionScore ErrorHandling(IEnumerable<RuleResult> results, ProjectKind kind = ProjectKind.Application) =>
        Score(results, kind).Dimensions.Single(dimension => dimension.Id == "error-handling");

    private static DimensionScore Configuration(DiagnosticSeverity severity)
    {
        var result = Result("hardcoded-secret", 100, 1, "configuration-management");
        return Score([result with { Findings = [result.Findings[0] with { Severity = severity }] }]).Dimensions.Single(dimension => dimension.Id == "configuration-management");
    }

    private static Scorecard Score(IEnumerable<RuleResult> results, ProjectKind kind = ProjectKind.Application) => Scorer.Score(Model, Model.FindProfile(null)!, kind, results);

    private static RuleResult Unknown(string rule) => new(Rule(rule, "error-handling"), RuleOutcome.Unknown, 0, [], [], "assembled at run time");

    private static RuleResult Result(string rule, int opportunities, int findings, string dimension = "error-handling")
    {
        var descriptor = Rule(rule, dimension);
        return new RuleResult(
            descriptor, RuleOutcome.Decided, opportunities, [.. Enumerable.Range(0, findings).Select(i => ScoringCase.Finding(descriptor, i, DiagnosticSeverity.Warning))], [], null);
    }

    private static DiagnosticDescriptor Rule(string name, string dimension) =>
        new(IdOf(name), name, name, "found", DiagnosticSeverity.Warning, Precision.High, dimension, "any");

    private static string IdOf(string name) => $"SR{name.Length:D4}";
}
