namespace StaticReadiness.Reporting.Json.Model;

/// <summary>A bound that a red flag puts on a score.</summary>
internal sealed record CapModel(string RuleId, double Maximum, string Reason);
