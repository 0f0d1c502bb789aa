using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Reports;

/// <summary>A finding as it is reported: with suppression and fingerprint.</summary>
/// <param name="Fingerprint">Stable across line moves: rule, path, the culprit's normalised text and its ordinal; secrets are hashed.</param>
/// <param name="ProjectRoot">The root of the project the finding belongs to.</param>
public sealed record Finding(Diagnostic Diagnostic, string Fingerprint, string ProjectRoot)
{
    /// <summary>Why the finding is suppressed; null when it counts.</summary>
    public FindingSuppression? Suppression { get; init; }
}

/// <summary>A suppression of a finding.</summary>
/// <param name="Source">Where it was said: <c>comment</c>, <c>peer comment</c>, <c>configuration</c> or <c>baseline</c>.</param>
/// <param name="Justification">The reason given, or null when none was.</param>
public sealed record FindingSuppression(string Source, string? Justification, Location? Location);
