namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>A place, with what is to be said about it.</summary>
internal sealed record SarifLocation(int? Id, SarifPhysicalLocation PhysicalLocation, SarifMessage? Message);
