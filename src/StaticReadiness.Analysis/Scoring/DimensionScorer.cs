using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>Scores one dimension: the weighted mean of its decided criteria on the scale, bounded by caps.</summary>
internal sealed class DimensionScorer(ReadinessModel model, IReadOnlyList<RuleResult> results, ProjectKind kind)
{
    private readonly CriterionJudge judge = new(results, kind);

    public DimensionScore Score(Dimension dimension, int weight, bool mayBreak)
    {
        var judgements = dimension.Criteria.Select(criterion => judge.Judge(dimension.Id, criterion)).ToImmutableArray();
        var caps = CapsOf(dimension);
        var bound = caps.Select(cap => Hundredths.Of(cap.Maximum)).DefaultIfEmpty(int.MaxValue).Min();
        var uncapped = PointsOf(judgements, unknown: null);
        int? score = uncapped is { } points ? Math.Min(points, bound) : null;
        var low = PointsOf(judgements, unknown: 0);
        var high = PointsOf(judgements, unknown: 1);
        ScoreInterval? interval = low is null || high is null ? null
            : new ScoreInterval(Hundredths.ToScore(Math.Min(low.Value, bound)), Hundredths.ToScore(Math.Min(high.Value, bound)));
        return new DimensionScore(
            dimension.Id, dimension.Title, weight, ToScore(score), ToScore(uncapped), interval,
            Ledger(dimension, judgements, uncapped, score), caps,
            mayBreak && score < Hundredths.Of(model.Scale.DealBreaker) && !model.Mitigations.ContainsKey(dimension.Id))
        {
            NotAssessedReason = score is null ? WhyNotAssessed(judgements) : null,
        };
    }

    private ImmutableArray<AppliedCap> CapsOf(Dimension dimension)
    {
        var caps = ImmutableArray.CreateBuilder<AppliedCap>();
        foreach (var cap in dimension.Caps)
        {
            // a cap counts only where the criterion that its rule feeds does
            if (!dimension.Criteria.Any(criterion => criterion.Rules.Contains(cap.Rule) && judge.HoldsFor(criterion))) continue;
            var result = results.FirstOrDefault(result => result.Rule.Name == cap.Rule && result.Outcome == RuleOutcome.Decided && result.Rule.Precision != Precision.Preview);
            if (cap.Maximum < model.Scale.Maximum && result?.Findings.Any(finding => finding.Severity >= cap.Severity) == true)
                caps.Add(new AppliedCap(result.Rule.Id, cap.Maximum, cap.Reason));
        }

        return caps.ToImmutable();
    }

    /// <summary>The uncapped score in hundredths with unknown criteria left out or counted as a value; null when no criterion counts.</summary>
    private int? PointsOf(IEnumerable<Judgement> judgements, decimal? unknown)
    {
        var weights = 0m;
        var sum = 0m;
        foreach (var judgement in judgements)
        {
            if ((judgement.State == CriterionState.Unknown ? unknown : judgement.Value) is not { } value) continue;
            weights += (decimal)judgement.Criterion.Weight;
            sum += (decimal)judgement.Criterion.Weight * value;
        }

        return weights == 0 ? null : Hundredths.Of((decimal)model.Scale.Minimum + ((decimal)(model.Scale.Maximum - model.Scale.Minimum) * sum / weights));
    }

    private ImmutableArray<CriterionScore> Ledger(Dimension dimension, ImmutableArray<Judgement> judgements, int? uncapped, int? score)
    {
        var weights = judgements.Sum(judgement => judgement.Value is null ? 0 : (decimal)judgement.Criterion.Weight);
        var span = (decimal)(model.Scale.Maximum - model.Scale.Minimum);
        var parts = judgements.Select(judgement => judgement.Value is { } value ? span * (decimal)judgement.Criterion.Weight * value / weights : 0).ToArray();
        var contributions = uncapped is null ? new int[parts.Length] : Hundredths.Apportion(parts, uncapped.Value - Hundredths.Of(model.Scale.Minimum));
        return [.. judgements.Select((judgement, index) => new CriterionScore(
            judgement.Criterion.Id, judgement.Criterion.Title, judgement.State, (double?)judgement.Value, judgement.Criterion.Weight,
            judgement.Opportunities, judgement.Violations, Hundredths.ToScore(contributions[index]), GainOf(dimension, judgements, index, score), judgement.Reason,
            judgement.Rules, judgement.Proofs))];
    }

    private double GainOf(Dimension dimension, ImmutableArray<Judgement> judgements, int index, int? score)
    {
        var judgement = judgements[index];
        if (score is null || judgement.Value is null or >= 1) return 0;
        var met = judgements.SetItem(index, judgement with { Value = 1, State = CriterionState.Met });
        // the findings behind the criterion would be gone, and their caps with them
        var bound = CapsOf(dimension)
            .Where(cap => !judgement.Criterion.Rules.Contains(results.First(result => result.Rule.Id == cap.RuleId).Rule.Name))
            .Select(cap => Hundredths.Of(cap.Maximum)).DefaultIfEmpty(int.MaxValue).Min();
        return Hundredths.ToScore(Math.Min(PointsOf(met, unknown: null)!.Value, bound) - score.Value);
    }

    private static double? ToScore(int? hundredths) => hundredths is { } value ? Hundredths.ToScore(value) : null;

    private static string WhyNotAssessed(ImmutableArray<Judgement> judgements)
    {
        var unknown = judgements.FirstOrDefault(judgement => judgement.State == CriterionState.Unknown);
        return unknown is null ? $"nothing it is about is here: {judgements[0].Reason}" : $"no criterion could be decided: {unknown.Reason}";
    }
}
