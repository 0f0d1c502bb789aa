namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>Whether a finding can be mended by a tool: without changing behaviour, perhaps changing it, or only by hand.</summary>
public enum FixKind { Manual, Unsafe, Safe }
