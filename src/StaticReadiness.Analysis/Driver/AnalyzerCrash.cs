namespace StaticReadiness.Analysis.Driver;

/// <summary>An exception that escaped from a rule.</summary>
/// <param name="Path">The file the rule was shown; empty for a project action.</param>
internal sealed record AnalyzerCrash(string Path, Exception Exception);
