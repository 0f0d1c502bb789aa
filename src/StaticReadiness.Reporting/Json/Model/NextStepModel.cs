namespace StaticReadiness.Reporting.Json.Model;

/// <summary>A thing to fix, with what it is worth.</summary>
internal sealed record NextStepModel(string RuleId, string Dimension, int Findings, double DimensionGain, double IndexGain, string Description);
