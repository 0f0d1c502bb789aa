namespace StaticReadiness.Reporting.Json.Model;

/// <summary>What was scanned.</summary>
internal sealed record RepositoryModel(string Name, string? Revision);
