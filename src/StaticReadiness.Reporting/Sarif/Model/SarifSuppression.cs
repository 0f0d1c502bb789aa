namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>Why a result does not count.</summary>
internal sealed record SarifSuppression(string Kind, string? Justification, SarifLocation? Location);
