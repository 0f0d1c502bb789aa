namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>A help text in two formats.</summary>
internal sealed record SarifMultiformatMessage(string Text, string Markdown);
