namespace StaticReadiness.Reporting.Json.Model;

/// <summary>One-based lines and columns in code points; the end is exclusive.</summary>
internal sealed record RangeModel(int StartLine, int StartColumn, int EndLine, int EndColumn);
