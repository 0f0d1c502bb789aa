namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>Plain text, with Markdown beside it where that says more.</summary>
internal sealed record SarifMessage(string Text, string? Markdown);
