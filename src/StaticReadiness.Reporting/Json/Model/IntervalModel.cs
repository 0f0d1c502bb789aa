namespace StaticReadiness.Reporting.Json.Model;

/// <summary>The bounds a score could have.</summary>
internal sealed record IntervalModel(double Low, double High);
