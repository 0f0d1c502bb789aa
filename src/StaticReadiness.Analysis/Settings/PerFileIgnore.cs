using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Settings;

/// <summary>Rules whose findings are suppressed in the files that a pattern names.</summary>
/// <param name="Pattern">A pattern as in a <c>.gitignore</c>, relative to the settings file's folder.</param>
public sealed record PerFileIgnore(string Pattern, ImmutableArray<string> Rules);
