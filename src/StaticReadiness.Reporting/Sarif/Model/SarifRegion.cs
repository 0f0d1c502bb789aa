namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>One-based lines and columns; the end column is exclusive.</summary>
internal sealed record SarifRegion(int StartLine, int? StartColumn, int? EndLine, int? EndColumn, SarifMessage? Snippet);
