using StaticReadiness.Reporting.Json.Model;

namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>The readiness scores, which the standard has no place for.</summary>
internal sealed record SarifRunProperties(string? Revision, IReadOnlyList<ProjectModel> Readiness);
