using StaticReadiness.Reporting.Json.Model;

namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>One run of the tool over one repository.</summary>
internal sealed record SarifRun(
    SarifTool Tool,
    IReadOnlyList<SarifInvocation> Invocations,
    string ColumnKind,
    IReadOnlyDictionary<string, SarifArtifactLocation> OriginalUriBaseIds,
    IReadOnlyList<SarifVersionControlDetails>? VersionControlProvenance,
    SarifAutomationDetails AutomationDetails,
    IReadOnlyList<SarifToolComponent>? Taxonomies,
    IReadOnlyList<SarifResult> Results,
    SarifRunProperties Properties);
