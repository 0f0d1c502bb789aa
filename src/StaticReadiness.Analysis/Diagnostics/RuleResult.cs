using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>Whether a rule could decide anything about a project.</summary>
public enum RuleOutcome
{
    /// <summary>The rule looked at its opportunities; its findings are all there are.</summary>
    Decided,

    /// <summary>The project has nothing the rule is about.</summary>
    NotApplicable,

    /// <summary>The evidence is out of reach.</summary>
    Unknown,
}

/// <summary>All that one rule found in one project: the raw input of scoring, free of syntax types.</summary>
/// <param name="Opportunities">How many places could have been wrong; at least the number of places the findings stand for.</param>
/// <param name="Reason">Why the outcome is not <see cref="RuleOutcome.Decided"/>; null when it is.</param>
public sealed record RuleResult(
    DiagnosticDescriptor Rule,
    RuleOutcome Outcome,
    int Opportunities,
    ImmutableArray<Diagnostic> Findings,
    ImmutableArray<Proof> Proofs,
    string? Reason);
