using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>What the flags say of one criterion.</summary>
/// <param name="Value">Between 0 and 1; null unless decided.</param>
internal sealed record Judgement(
    Criterion Criterion, CriterionState State, decimal? Value, int Opportunities, int Violations, string Reason, ImmutableArray<string> Rules, ImmutableArray<string> Proofs);
