using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A place where a test client of a framework is made.</summary>
public sealed record TestClientUse(Framework Framework, string Name, Location Location);
