namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>A rule, a kind of notification, or a taxon.</summary>
internal sealed record SarifReportingDescriptor(string Id)
{
    public string? Name { get; init; }

    public SarifMessage? ShortDescription { get; init; }

    public SarifMessage? FullDescription { get; init; }

    public string? HelpUri { get; init; }

    public SarifMultiformatMessage? Help { get; init; }

    public SarifReportingConfiguration? DefaultConfiguration { get; init; }

    public IReadOnlyList<SarifRelationship>? Relationships { get; init; }

    public SarifRuleProperties? Properties { get; init; }
}
