namespace StaticReadiness.Reporting.Json.Model;

/// <summary>Why a finding does not count.</summary>
internal sealed record SuppressionModel(string Source, string? Justification, string? Path, RangeModel? Range);
