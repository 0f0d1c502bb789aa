using System.Text.Json.Serialization;
using StaticReadiness.Reporting.Json.Model;

namespace StaticReadiness.Reporting.Json;

/// <summary>The serialiser of the JSON report, made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ReportModel))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
