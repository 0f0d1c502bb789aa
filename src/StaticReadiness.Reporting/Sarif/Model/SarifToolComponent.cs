namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>The tool itself, or a taxonomy.</summary>
internal sealed record SarifToolComponent(string Name)
{
    public string? Guid { get; init; }

    public string? Version { get; init; }

    public string? SemanticVersion { get; init; }

    public string? Organization { get; init; }

    public string? InformationUri { get; init; }

    public string? DownloadUri { get; init; }

    public string? ReleaseDateUtc { get; init; }

    public bool? IsComprehensive { get; init; }

    public string? Language { get; init; }

    public SarifMessage? ShortDescription { get; init; }

    public SarifMessage? FullDescription { get; init; }

    public IReadOnlyList<SarifReportingDescriptor>? Rules { get; init; }

    public IReadOnlyList<SarifReportingDescriptor>? Notifications { get; init; }

    public IReadOnlyList<SarifReportingDescriptor>? Taxa { get; init; }

    public IReadOnlyList<SarifToolComponentReference>? SupportedTaxonomies { get; init; }
}
