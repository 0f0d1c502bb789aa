using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Analysis.Tests;

/// <summary>What holds of every score, whatever the flags.</summary>
public class ScoringLaws
{
    [Fact]
    public void Scores_lie_on_the_scale_and_within_their_interval() => Check(@case =>
    {
        var card = @case.Score();
        foreach (var dimension in card.Dimensions)
        {
            if (dimension.Score is not { } score) continue;
            score.ShouldBeInRange(1, 5, dimension.Id);
            score.ShouldBeInRange(dimension.Interval!.Value.Low, dimension.Interval.Value.High, dimension.Id);
        }

        if (card.Index is { } index) index.ShouldBeInRange(card.IndexInterval!.Value.Low, card.IndexInterval.Value.High);
    });

    [Fact]
    public void The_ledger_adds_up_to_the_printed_score_exactly() => Check(@case =>
    {
        foreach (var dimension in @case.Score().Dimensions)
        {
            if (dimension.UncappedScore is not { } score) continue;
            (1m + dimension.Ledger.Sum(line => (decimal)line.Contribution)).ShouldBe((decimal)score, dimension.Id);
            dimension.Ledger.ShouldAllBe(line => decimal.Round((decimal)line.Contribution, 2) == (decimal)line.Contribution && line.Contribution >= 0);
        }
    });

    [Fact]
    public void A_red_flag_added_raises_no_score() => CheckEach((@case, result, random) =>
    {
        var findings = result.Findings.Add(ScoringCase.Finding(result.Rule, 99, (DiagnosticSeverity)random.Next(3)));
        var opportunities = Math.Max(result.Opportunities + random.Next(2), findings.Length);
        return result with { Outcome = RuleOutcome.Decided, Reason = null, Findings = findings, Opportunities = opportunities };
    },
    (before, after) => after <= before);

    [Fact]
    public void A_green_flag_added_lowers_no_score() => CheckEach(
        (@case, result, random) => result with { Proofs = result.Proofs.Add(ScoringCase.Proof(random, [.. @case.Model.CriterionIds.Order(StringComparer.Ordinal)])) },
        (before, after) => after >= before);

    [Fact]
    public void The_order_of_results_does_not_matter_and_scoring_twice_gives_the_same() => Check(@case =>
    {
        var expected = ScoringCase.Print(@case.Score());
        ScoringCase.Print(@case.Score()).ShouldBe(expected);
        var shuffled = @case.Results.ToArray();
        @case.Random.Shuffle(shuffled);
        ScoringCase.Print((@case with { Results = [.. shuffled] }).Score()).ShouldBe(expected);
    });

    [Fact]
    public void A_repository_many_times_as_large_with_the_same_habits_scores_the_same_on_ratios() => Check(@case =>
    {
        var times = @case.Random.Next(2, 9);
        var grown = @case.Results.Select(result => result with
        {
            Opportunities = result.Opportunities * times,
            Findings = [.. Enumerable.Range(0, times).SelectMany(_ => result.Findings)],
        });
        foreach (var (one, many) in Ratios(@case).Zip(Ratios(@case with { Results = [.. grown] }))) many.ShouldBe(one);
    });

    [Fact]
    public void A_next_step_gains_what_scoring_without_its_findings_gains() => Check(@case =>
    {
        var card = @case.Score();
        foreach (var step in card.NextSteps.Take(3))
        {
            var without = @case with { Results = [.. @case.Results.Select(result => result.Rule.Id == step.RuleId ? result with { Findings = [] } : result)] };
            var after = without.Score();
            ((decimal)after.Index!.Value - (decimal)card.Index!.Value).ShouldBe((decimal)step.IndexGain);
            var (old, @new) = (Dimension(card, step.Dimension), Dimension(after, step.Dimension));
            ((decimal)@new.Score!.Value - (decimal)old.Score!.Value).ShouldBe((decimal)step.DimensionGain);
        }
    });

    private static IEnumerable<(string Id, double? Value)> Ratios(ScoringCase @case)
    {
        var ratios = @case.Model.Dimensions.SelectMany(dimension => dimension.Criteria.Where(criterion => criterion.Measure == Measure.Ratio).Select(criterion => $"{dimension.Id}/{criterion.Id}")).ToHashSet();
        return @case.Score().Dimensions.SelectMany(dimension => dimension.Ledger.Select(line => ($"{dimension.Id}/{line.Id}", line.Value))).Where(line => ratios.Contains(line.Item1)).ToArray();
    }

    private static DimensionScore Dimension(Scorecard card, string id) => card.Dimensions.Single(dimension => dimension.Id == id);

    private static void Compare(Scorecard before, Scorecard after, Func<double, double, bool> holds)
    {
        foreach (var (old, @new) in before.Dimensions.Zip(after.Dimensions))
            if (old.Score is { } oldScore) holds(oldScore, @new.Score!.Value).ShouldBeTrue($"{old.Id}: {oldScore} became {@new.Score}");
        if (before.Index is { } index) holds(index, after.Index!.Value).ShouldBeTrue($"index: {index} became {after.Index}");
    }

    /// <summary>Changes each result of a case in turn, and compares the scores before and after.</summary>
    private static void CheckEach(Func<ScoringCase, RuleResult, Random, RuleResult> change, Func<double, double, bool> holds) => Check(@case =>
    {
        var random = @case.Random;
        var before = @case.ScoreWithoutSteps();
        for (var i = 0; i < @case.Results.Length; i++)
        {
            var changed = @case with { Results = @case.Results.SetItem(i, change(@case, @case.Results[i], random)) };
            Compare(before, changed.ScoreWithoutSteps(), holds);
        }
    });

    private static void Check(Action<ScoringCase> law) =>
        Prop.ForAll(ScoringCase.Any, law).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
}
