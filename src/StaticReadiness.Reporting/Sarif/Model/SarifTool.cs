namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>The analysis tool.</summary>
internal sealed record SarifTool(SarifToolComponent Driver);
