using System.Collections.Immutable;

namespace StaticReadiness.Repository.Evidence;

/// <summary>What another tool found.</summary>
/// <param name="Score">Its overall score from 0 to 1; unknown with the reason when the tool gave none.</param>
public sealed record ToolResult(string Tool, string? Version, DateOnly? Date, string? Subject, Answer<double> Score, ImmutableArray<ToolCheck> Checks);
