using System.Text.Json.Serialization;

namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>The root of a SARIF file.</summary>
internal sealed record SarifLog(string Version, IReadOnlyList<SarifRun> Runs)
{
    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
}
