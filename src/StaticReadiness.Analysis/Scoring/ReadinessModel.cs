using System.Collections.Frozen;
using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>Everything scores are computed from, as data: scale, dimensions with criteria and caps, profiles.</summary>
public sealed record ReadinessModel(Scale Scale, ImmutableArray<Dimension> Dimensions, ImmutableArray<Profile> Profiles, string DefaultProfile)
{
    private static readonly Lazy<ReadinessModel> BuiltIn = new(() => ModelReader.ReadEmbedded());

    public ImmutableArray<ManualDimension> ManualDimensions { get; init; } = [];

    /// <summary>Why a deal-breaker is accepted, by dimension.</summary>
    public ImmutableSortedDictionary<string, string> Mitigations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The qualified ids of all criteria: <c>error-handling/boundary</c>.</summary>
    public FrozenSet<string> CriterionIds { get; } =
        Dimensions.SelectMany(dimension => dimension.Criteria.Select(criterion => $"{dimension.Id}/{criterion.Id}")).ToFrozenSet();

    /// <summary>The model the product ships.</summary>
    public static ReadinessModel Load() => BuiltIn.Value;

    /// <summary>The profile with an id, or null; without an id the default one.</summary>
    public Profile? FindProfile(string? id) => Profiles.FirstOrDefault(profile => profile.Id == (id ?? DefaultProfile));

    /// <summary>This model with a user's changes, all of which name things that exist.</summary>
    public ReadinessModel With(ModelOverrides overrides)
    {
        var replaced = overrides.Profiles.Select(profile => profile.Id).ToHashSet();
        return this with
        {
            Dimensions = [.. Dimensions.Select(dimension => Override(dimension, overrides))],
            Profiles = [.. Profiles.Where(profile => !replaced.Contains(profile.Id)), .. overrides.Profiles],
            ManualDimensions = ManualDimensions.AddRange(overrides.ManualDimensions),
            Mitigations = Mitigations.SetItems(overrides.Mitigations),
        };
    }

    private static Dimension Override(Dimension dimension, ModelOverrides overrides) => dimension with
    {
        Criteria = [.. dimension.Criteria.Select(criterion => Override(criterion, overrides.Criteria.GetValueOrDefault($"{dimension.Id}/{criterion.Id}")))],
        Caps = [.. dimension.Caps.Select(cap => cap with { Maximum = overrides.Caps.GetValueOrDefault($"{dimension.Id}/{cap.Rule}", cap.Maximum) })],
    };

    private static Criterion Override(Criterion criterion, CriterionOverride? change) => change is null ? criterion : criterion with
    {
        Weight = change.Weight ?? criterion.Weight,
        Half = change.Half ?? criterion.Half,
        Each = change.Each ?? criterion.Each,
        ProofShare = change.ProofShare ?? criterion.ProofShare,
    };
}
