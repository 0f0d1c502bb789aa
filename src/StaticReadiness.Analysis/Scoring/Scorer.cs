using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>Scores one project: a pure function of the model, the profile, the kind and the rules' results.</summary>
public static class Scorer
{
    /// <summary>The scorecard with all scores and the next steps.</summary>
    /// <param name="results">One result a rule, without suppressed findings; their order does not matter.</param>
    public static Scorecard Score(ReadinessModel model, Profile profile, ProjectKind kind, IEnumerable<RuleResult> results)
    {
        var ordered = results.OrderBy(result => result.Rule.Id, StringComparer.Ordinal).ToImmutableArray();
        var card = ScoreWithoutSteps(model, profile, kind, ordered);
        return card with { NextSteps = NextSteps.Find(card, ordered, without => ScoreWithoutSteps(model, profile, kind, without)) };
    }

    internal static Scorecard ScoreWithoutSteps(ReadinessModel model, Profile profile, ProjectKind kind, ImmutableArray<RuleResult> results)
    {
        var scorer = new DimensionScorer(model, results, kind);
        var dimensions = model.Dimensions
            .Where(dimension => profile.Weights.ContainsKey(dimension.Id))
            .Select(dimension => scorer.Score(dimension, profile.Weights[dimension.Id], profile.DealBreakers.Contains(dimension.Id)))
            .Concat(model.ManualDimensions.Select(manual => ScoreManual(manual, profile.Weights.GetValueOrDefault(manual.Id, manual.Weight))))
            .ToImmutableArray();
        var (index, interval) = IndexOf(dimensions);
        return new Scorecard(profile.Id, index, interval, dimensions, []);
    }

    private static DimensionScore ScoreManual(ManualDimension manual, int weight)
    {
        var score = Hundredths.ToScore(Hundredths.Of(manual.Score));
        return new DimensionScore(manual.Id, manual.Title, weight, score, score, new ScoreInterval(score, score), [], [], IsDealBreaker: false)
        {
            ManualReason = manual.Reason,
        };
    }

    private static (double? Index, ScoreInterval? Interval) IndexOf(ImmutableArray<DimensionScore> dimensions)
    {
        var scored = dimensions.Where(dimension => dimension.Score is not null).ToImmutableArray();
        var bounded = dimensions.Where(dimension => dimension.Interval is not null).ToImmutableArray();
        return (
            Mean(scored, dimension => dimension.Score!.Value),
            bounded.IsEmpty ? null : new ScoreInterval(Mean(bounded, dimension => dimension.Interval!.Value.Low)!.Value, Mean(bounded, dimension => dimension.Interval!.Value.High)!.Value));
    }

    private static double? Mean(ImmutableArray<DimensionScore> dimensions, Func<DimensionScore, double> score)
    {
        var weights = dimensions.Sum(dimension => dimension.Weight);
        return weights == 0 ? null : Hundredths.ToScore(Hundredths.Of(dimensions.Sum(dimension => dimension.Weight * (decimal)score(dimension)) / weights));
    }
}
