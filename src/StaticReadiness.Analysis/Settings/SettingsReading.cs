using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Settings;

/// <summary>The outcome of reading a settings file: what could be read, and what is wrong, each error as <c>path:line: message</c>.</summary>
public sealed record SettingsReading(AnalysisSettings Settings, ImmutableArray<string> Errors);
