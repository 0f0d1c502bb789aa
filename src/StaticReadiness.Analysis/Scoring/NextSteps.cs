using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>Finds what to fix first by scoring again without each rule's findings.</summary>
internal static class NextSteps
{
    public static ImmutableArray<NextStep> Find(Scorecard card, ImmutableArray<RuleResult> results, Func<ImmutableArray<RuleResult>, Scorecard> score)
    {
        var steps = new List<NextStep>();
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Findings.IsEmpty || results[i].Rule.Precision == Precision.Preview) continue;
            var without = score(results.SetItem(i, results[i] with { Findings = [] }));
            if (StepOf(card, without, results[i]) is { } step) steps.Add(step);
        }

        return [.. steps
            .OrderByDescending(step => step.IndexGain / step.Findings)
            .ThenByDescending(step => step.DimensionGain / step.Findings)
            .ThenBy(step => step.RuleId, StringComparer.Ordinal)];
    }

    private static NextStep? StepOf(Scorecard card, Scorecard without, RuleResult result)
    {
        var (dimension, fixedDimension) = card.Dimensions.Zip(without.Dimensions)
            .FirstOrDefault(pair => pair.First.Id == result.Rule.Dimension);
        if (dimension?.Score is not { } before || fixedDimension?.Score is not { } after) return null;
        var dimensionGain = Difference(before, after);
        var indexGain = Difference(card.Index ?? 0, without.Index ?? 0);
        if (dimensionGain <= 0 && indexGain <= 0) return null;
        var count = result.Findings.Length;
        var description = string.Create(CultureInfo.InvariantCulture, $"{dimension.Id} goes from {before:F2} to {after:F2} without {Count(count)} of {result.Rule.Name}");
        return new NextStep(result.Rule.Id, dimension.Id, count, dimensionGain, indexGain, description);
    }

    private static string Count(int findings) => findings == 1 ? "the one finding" : $"the {findings} findings";

    private static double Difference(double before, double after) => Hundredths.ToScore(Hundredths.Of(after) - Hundredths.Of(before));
}
