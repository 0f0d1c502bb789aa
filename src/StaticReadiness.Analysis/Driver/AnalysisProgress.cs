namespace StaticReadiness.Analysis.Driver;

/// <summary>How far a run is: so many of the phase's files or rules are done.</summary>
public readonly record struct AnalysisProgress(AnalysisPhase Phase, int Done, int Total);
