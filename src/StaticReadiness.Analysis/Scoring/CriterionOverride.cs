namespace StaticReadiness.Analysis.Scoring;

/// <summary>What a user changes in one criterion; null leaves a part as it is.</summary>
public sealed record CriterionOverride(double? Weight, double? Half, double? Each, double? ProofShare);
