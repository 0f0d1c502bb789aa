using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Settings;

/// <summary>What a user set for one rule.</summary>
public sealed record RuleSettings
{
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>The options by name; each value has the type the option asks for.</summary>
    public ImmutableSortedDictionary<string, object> Options { get; init; } = ImmutableSortedDictionary<string, object>.Empty;
}
