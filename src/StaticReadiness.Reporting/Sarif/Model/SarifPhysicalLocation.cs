namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>A file and a region in it.</summary>
internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion? Region);
