using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Analysis.Settings;

/// <summary>What a user may decide, in the repository's settings file or on the command line; null and empty mean undecided.</summary>
public sealed record AnalysisSettings
{
    public static AnalysisSettings Empty { get; } = new();

    /// <summary>Rules to run: ids, names, dimensions, prefixes of ids, or <c>ALL</c>; empty for those enabled by default.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>Rules to run besides those enabled by default.</summary>
    public ImmutableArray<string> ExtendSelect { get; init; } = [];

    /// <summary>Rules not to run, in the words of <see cref="Select"/>.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>Patterns, as in a <c>.gitignore</c>, of files to read although a default leaves them out.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    /// <summary>Patterns, as in a <c>.gitignore</c>, of files to leave out.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    public string? Profile { get; init; }

    public ProjectKind? Kind { get; init; }

    /// <summary>The folders that are projects of their own, <c>.</c> for the top; empty to find them by their manifests.</summary>
    public ImmutableArray<string> Projects { get; init; } = [];

    /// <summary>Whether comments meant for other tools suppress the equivalent rule; undecided means yes.</summary>
    public bool? HonoursPeerComments { get; init; }

    /// <summary>The level at which a finding fails the gate: <c>note</c>, <c>warning</c>, <c>error</c> or <c>never</c>.</summary>
    public string? FailLevel { get; init; }

    /// <summary>The readiness index below which the gate fails.</summary>
    public double? MinIndex { get; init; }

    public ImmutableArray<PerFileIgnore> PerFileIgnores { get; init; } = [];

    /// <summary>What was set for single rules, by name.</summary>
    public ImmutableSortedDictionary<string, RuleSettings> Rules { get; init; } = ImmutableSortedDictionary<string, RuleSettings>.Empty;

    /// <summary>What the user knows of libraries.</summary>
    public KnowledgeSettings Knowledge { get; init; } = KnowledgeSettings.None;

    /// <summary>Changes to the readiness model: weights, curves, profiles, manual dimensions, mitigations.</summary>
    public ModelOverrides Model { get; init; } = ModelOverrides.None;

    /// <summary>The value the user gave an option, or its default.</summary>
    public T GetRuleOption<T>(DiagnosticDescriptor rule, RuleOption<T> option) where T : notnull =>
        Rules.TryGetValue(rule.Name, out var settings) && settings.Options.TryGetValue(option.Name, out var value)
            ? (T)value
            : option.DefaultValue;

    /// <summary>These settings where <paramref name="overrides"/> is undecided, else those.</summary>
    public AnalysisSettings With(AnalysisSettings overrides) => this with
    {
        Select = overrides.Select.IsEmpty ? Select : overrides.Select,
        ExtendSelect = ExtendSelect.AddRange(overrides.ExtendSelect),
        Ignore = Ignore.AddRange(overrides.Ignore),
        Include = Include.AddRange(overrides.Include),
        Exclude = Exclude.AddRange(overrides.Exclude),
        Profile = overrides.Profile ?? Profile,
        Kind = overrides.Kind ?? Kind,
        Projects = overrides.Projects.IsEmpty ? Projects : overrides.Projects,
        HonoursPeerComments = overrides.HonoursPeerComments ?? HonoursPeerComments,
        FailLevel = overrides.FailLevel ?? FailLevel,
        MinIndex = overrides.MinIndex ?? MinIndex,
        PerFileIgnores = PerFileIgnores.AddRange(overrides.PerFileIgnores),
        Rules = Rules.SetItems(overrides.Rules),
        Knowledge = Knowledge.With(overrides.Knowledge),
        Model = Model.With(overrides.Model),
    };
}
