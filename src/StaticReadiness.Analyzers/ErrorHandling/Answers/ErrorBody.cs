using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>The body of one answer to a failure.</summary>
/// <param name="Key">The key under which it says what went wrong.</param>
internal sealed record ErrorBody(string Key, Location Location);
