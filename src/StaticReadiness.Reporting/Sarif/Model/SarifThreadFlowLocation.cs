namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>One step of a way through the code.</summary>
internal sealed record SarifThreadFlowLocation(SarifLocation Location, int NestingLevel);
