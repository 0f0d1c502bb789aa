namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>A file, relative to a base.</summary>
internal sealed record SarifArtifactLocation(string? Uri, string? UriBaseId, SarifMessage? Description);
