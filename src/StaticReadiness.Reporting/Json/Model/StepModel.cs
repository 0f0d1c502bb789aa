namespace StaticReadiness.Reporting.Json.Model;

/// <summary>A place with what is to be said about it.</summary>
internal sealed record StepModel(string Message, string Path, RangeModel? Range);
