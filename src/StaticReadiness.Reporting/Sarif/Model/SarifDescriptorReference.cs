namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>A reference to a rule, notification or taxon.</summary>
internal sealed record SarifDescriptorReference(string Id, int? Index, SarifToolComponentReference? ToolComponent);
