namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>The ways through the code that lead to a result.</summary>
internal sealed record SarifCodeFlow(IReadOnlyList<SarifThreadFlow> ThreadFlows);
