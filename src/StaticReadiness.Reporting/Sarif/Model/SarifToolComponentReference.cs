namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>A reference to a taxonomy.</summary>
internal sealed record SarifToolComponentReference(string Name, int? Index, string? Guid);
