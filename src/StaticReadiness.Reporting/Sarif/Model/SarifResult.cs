namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>One finding, or one proof.</summary>
internal sealed record SarifResult(string RuleId, int RuleIndex)
{
    public string? Kind { get; init; }

    public required string Level { get; init; }

    public required SarifMessage Message { get; init; }

    public required IReadOnlyList<SarifLocation> Locations { get; init; }

    public IReadOnlyList<SarifLocation>? RelatedLocations { get; init; }

    public IReadOnlyList<SarifCodeFlow>? CodeFlows { get; init; }

    public IReadOnlyDictionary<string, string>? PartialFingerprints { get; init; }

    public IReadOnlyList<SarifSuppression>? Suppressions { get; init; }
}
