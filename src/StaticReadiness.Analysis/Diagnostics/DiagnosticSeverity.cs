namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>How much a finding matters; the names are SARIF's levels.</summary>
public enum DiagnosticSeverity { Note, Warning, Error }
