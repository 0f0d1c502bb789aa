using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>A score with the bounds it could have if everything unknown were bad, or good.</summary>
public readonly record struct ScoreInterval(double Low, double High);

/// <summary>One criterion's line in the ledger.</summary>
/// <param name="Value">Between 0 and 1; null unless met, partly met or unmet.</param>
/// <param name="Weight">The criterion's share of its dimension, before normalising over the decided criteria.</param>
/// <param name="Contribution">The points of the printed score that this line adds: the lines and the base of 1 sum to the uncapped score exactly.</param>
/// <param name="Gain">The points the dimension would gain were this criterion fully met; 0 when nothing can be gained.</param>
/// <param name="Reason">Why the state is what it is, in words.</param>
public sealed record CriterionScore(
    string Id, string Title, CriterionState State, double? Value, double Weight, int Opportunities, int Violations,
    double Contribution, double Gain, string Reason, ImmutableArray<string> Rules, ImmutableArray<string> Proofs);

/// <summary>A bound that a red flag puts on a dimension's score.</summary>
public sealed record AppliedCap(string RuleId, double Maximum, string Reason);

/// <summary>One dimension's score, or the reason why there is none. Scores and contributions are whole hundredths: print two digits and they add up.</summary>
/// <param name="Score">Between 1 and 5; null when no criterion is decided ("not assessed").</param>
public sealed record DimensionScore(
    string Id, string Title, int Weight, double? Score, double? UncappedScore, ScoreInterval? Interval,
    ImmutableArray<CriterionScore> Ledger, ImmutableArray<AppliedCap> Caps, bool IsDealBreaker)
{
    public string? NotAssessedReason { get; init; }

    /// <summary>The reason given for a score that a person set; null for a computed one.</summary>
    public string? ManualReason { get; init; }
}

/// <summary>A thing to fix first, with what fixing it is worth; computed by scoring again without its findings.</summary>
public sealed record NextStep(string RuleId, string Dimension, int Findings, double DimensionGain, double IndexGain, string Description);

/// <summary>All scores of one project under one profile.</summary>
/// <param name="Index">The weighted mean of the scored dimensions; null when none is.</param>
public sealed record Scorecard(
    string Profile, double? Index, ScoreInterval? IndexInterval,
    ImmutableArray<DimensionScore> Dimensions, ImmutableArray<NextStep> NextSteps);
