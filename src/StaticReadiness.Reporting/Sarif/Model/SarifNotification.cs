namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>Something the run says about itself.</summary>
internal sealed record SarifNotification(SarifDescriptorReference Descriptor, string Level, SarifMessage Message, IReadOnlyList<SarifLocation>? Locations);
