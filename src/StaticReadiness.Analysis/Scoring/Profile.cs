using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>Which dimensions count, with which weights, and which of them are deal-breakers.</summary>
/// <param name="Weights">The weight of each dimension, 1 to 3, by id.</param>
public sealed record Profile(string Id, string Title, ImmutableSortedDictionary<string, int> Weights, ImmutableArray<string> DealBreakers);
