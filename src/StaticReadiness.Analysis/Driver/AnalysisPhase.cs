namespace StaticReadiness.Analysis.Driver;

/// <summary>What the driver is doing; the phases follow each other in this order.</summary>
public enum AnalysisPhase { Discover, Parse, Bind, Check, Score }
