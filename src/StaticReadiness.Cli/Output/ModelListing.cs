using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Reporting;

namespace StaticReadiness.Cli.Output;

/// <summary>The readiness model as <c>model --format json</c> shows it.</summary>
internal sealed record ModelListing(string DefaultProfile, IReadOnlyList<ModelListing.DimensionListing> Dimensions, IReadOnlyList<ModelListing.ProfileListing> Profiles)
{
    public static ModelListing Of(ReadinessModel model) => new(
        model.DefaultProfile,
        [.. model.Dimensions.Select(Of)],
        [.. model.Profiles.Select(static p => new ProfileListing(p.Id, p.Title, p.Weights, p.DealBreakers))]);

    private static DimensionListing Of(Dimension dimension) => new(
        dimension.Id, dimension.Title, dimension.Question,
        [.. dimension.Criteria.Select(static c => new CriterionListing(
            c.Id, c.Title, c.Weight, c.Measure.ToString().ToLowerInvariant(), [.. c.Kinds.Select(Names.Of)], c.Rules, c.Proofs))],
        [.. dimension.Caps.Select(static c => new CapListing(c.Rule, c.Maximum, Names.Of(c.Severity), c.Reason))]);

    /// <summary>A dimension with its criteria and caps.</summary>
    internal sealed record DimensionListing(string Id, string Title, string Question, IReadOnlyList<CriterionListing> Criteria, IReadOnlyList<CapListing> Caps);

    /// <summary>One question of a dimension.</summary>
    internal sealed record CriterionListing(
        string Id, string Title, double Weight, string Measure, IReadOnlyList<string> Kinds, IReadOnlyList<string> Rules, IReadOnlyList<string> Proofs);

    /// <summary>A bound that a red flag puts on a dimension.</summary>
    internal sealed record CapListing(string Rule, double Maximum, string Severity, string Reason);

    /// <summary>A profile with the weights of its dimensions.</summary>
    internal sealed record ProfileListing(string Id, string Title, IReadOnlyDictionary<string, int> Weights, IReadOnlyList<string> DealBreakers);
}
