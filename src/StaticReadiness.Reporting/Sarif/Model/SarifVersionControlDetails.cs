namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>The commit that was scanned.</summary>
internal sealed record SarifVersionControlDetails(string RepositoryUri, string? RevisionId, SarifArtifactLocation? MappedTo);
