using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>A set of criteria scored together.</summary>
/// <param name="Number">The two digits in the ids of its rules.</param>
public sealed record Dimension(string Id, int Number, string Title, string Question, ImmutableArray<Criterion> Criteria, ImmutableArray<Cap> Caps);
