namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>How a rule relates to a taxon.</summary>
internal sealed record SarifRelationship(SarifDescriptorReference Target, IReadOnlyList<string> Kinds);
