using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>What a user changes in the readiness model.</summary>
public sealed record ModelOverrides
{
    public static ModelOverrides None { get; } = new();

    /// <summary>Changes to criteria, by qualified id (<c>error-handling/boundary</c>).</summary>
    public ImmutableSortedDictionary<string, CriterionOverride> Criteria { get; init; } = ImmutableSortedDictionary<string, CriterionOverride>.Empty;

    /// <summary>The caps' maxima, by <c>dimension/rule-name</c>; 5 takes a cap away.</summary>
    public ImmutableSortedDictionary<string, double> Caps { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Profiles of the user's own; one with the name of a built-in profile replaces it.</summary>
    public ImmutableArray<Profile> Profiles { get; init; } = [];

    public ImmutableArray<ManualDimension> ManualDimensions { get; init; } = [];

    /// <summary>Why a dimension below the deal-breaker's threshold is accepted, by dimension.</summary>
    public ImmutableSortedDictionary<string, string> Mitigations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ModelOverrides With(ModelOverrides other) => new()
    {
        Criteria = Criteria.SetItems(other.Criteria),
        Caps = Caps.SetItems(other.Caps),
        Profiles = Profiles.AddRange(other.Profiles),
        ManualDimensions = ManualDimensions.AddRange(other.ManualDimensions),
        Mitigations = Mitigations.SetItems(other.Mitigations),
    };
}
