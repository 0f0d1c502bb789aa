namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>One step of the path that led to a finding, such as a call on the way to a blocking call.</summary>
public sealed record CodeFlowStep(Location Location, string Message);
