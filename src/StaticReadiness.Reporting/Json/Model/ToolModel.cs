namespace StaticReadiness.Reporting.Json.Model;

/// <summary>What wrote the report.</summary>
internal sealed record ToolModel(string Name, string Version);
