using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>One question about a repository, and how flags answer it.</summary>
/// <param name="Id">Within its dimension, <c>boundary</c>.</param>
/// <param name="Weight">Its share of the dimension, relative to the other criteria.</param>
/// <param name="Kinds">The kinds of project it holds for.</param>
/// <param name="Rules">The names of the rules whose findings are violations.</param>
public sealed record Criterion(
    string Id, string Title, double Weight, Measure Measure, ImmutableArray<ProjectKind> Kinds, ImmutableArray<string> Rules)
{
    /// <summary>Rules that look for the proofs without reporting their absence: one of them decided and nothing proved means unmet.</summary>
    public ImmutableArray<string> Judges { get; init; } = [];

    /// <summary>What proves it, in words.</summary>
    public ImmutableArray<string> Proofs { get; init; } = [];

    /// <summary>The share of violations at which half of a ratio's value is lost.</summary>
    public double Half { get; init; }

    /// <summary>What one red flag leaves of the value of an absence.</summary>
    public double Each { get; init; }

    /// <summary>The part of the value that needs a proof besides the absence of red flags.</summary>
    public double ProofShare { get; init; }
}
