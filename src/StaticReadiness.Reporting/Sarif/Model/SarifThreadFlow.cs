namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>One way through the code.</summary>
internal sealed record SarifThreadFlow(IReadOnlyList<SarifThreadFlowLocation> Locations);
