namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>A green flag: evidence at a place that a criterion is met.</summary>
/// <param name="Criterion">The id of the criterion, qualified by its dimension: <c>error-handling/boundary</c>.</param>
public sealed record Proof(string Criterion, Location Location, string Message);
