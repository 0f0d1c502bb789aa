namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>How a rule reports unless configured otherwise.</summary>
internal sealed record SarifReportingConfiguration(string Level, bool? Enabled);
