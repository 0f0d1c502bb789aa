namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>What kind of run this is, so that services tell runs apart.</summary>
internal sealed record SarifAutomationDetails(string Id);
