using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Suppression;

/// <summary>The rules about suppressions themselves; the driver runs them, and they feed no score.</summary>
public static class SuppressionRules
{
    private const string Dimension = "suppressions";

    public static DiagnosticDescriptor WithoutReason { get; } = new(
        "SR0001", "suppression-without-reason", "A suppression gives no reason", "the suppression of `{0}` gives no reason",
        DiagnosticSeverity.Note, Precision.VeryHigh, Dimension, "reasons");

    public static DiagnosticDescriptor Unused { get; } = new(
        "SR0002", "unused-suppression", "A suppression suppresses nothing", "nothing here is a finding of `{0}`",
        DiagnosticSeverity.Note, Precision.VeryHigh, Dimension, "reasons");

    public static DiagnosticDescriptor UnknownRule { get; } = new(
        "SR0003", "unknown-rule-in-suppression", "A suppression names no rule there is", "{0}",
        DiagnosticSeverity.Warning, Precision.VeryHigh, Dimension, "reasons");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [WithoutReason, Unused, UnknownRule];
}
