using System.Text.Json.Serialization;

namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>What code-scanning services read beside the standard's own properties.</summary>
internal sealed record SarifRuleProperties(IReadOnlyList<string> Tags, string? Precision)
{
    [JsonPropertyName("problem.severity")]
    public string? ProblemSeverity { get; init; }

    [JsonPropertyName("security-severity")]
    public string? SecuritySeverity { get; init; }

    public string? Criterion { get; init; }
}
