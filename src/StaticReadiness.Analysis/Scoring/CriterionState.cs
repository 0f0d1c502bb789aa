namespace StaticReadiness.Analysis.Scoring;

/// <summary>What is known of a criterion; only the first three have a value.</summary>
public enum CriterionState { Met, Partly, Unmet, NotApplicable, Unknown }
