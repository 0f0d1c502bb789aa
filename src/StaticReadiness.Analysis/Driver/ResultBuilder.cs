using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Turns what a rule said into its result, in an order that no thread can change.</summary>
internal static class ResultBuilder
{
    public static RuleResult Build(RuleTally tally, bool isComplete)
    {
        var findings = tally.Findings.DistinctBy(Place).Order(DiagnosticComparer.Instance).ToImmutableArray();
        var proofs = tally.Proofs.Distinct().Order(ProofComparer.Instance).ToImmutableArray();
        var opportunities = Math.Max(tally.Opportunities, findings.Length);
        var (outcome, reason) = Judge(tally, findings.Length, opportunities, proofs.Length, isComplete);
        return new RuleResult(tally.Rule, outcome, opportunities, findings, proofs, reason);
    }

    private static (RuleOutcome Outcome, string? Reason) Judge(RuleTally tally, int findings, int opportunities, int proofs, bool isComplete)
    {
        if (tally.Crash is not null) return (RuleOutcome.Unknown, "the rule crashed");
        if (!isComplete) return (RuleOutcome.Unknown, "the run was cancelled");
        if (findings > 0) return (RuleOutcome.Decided, null);
        if (tally.Unknown is { } unknown) return (RuleOutcome.Unknown, unknown);
        if (opportunities > 0) return (RuleOutcome.Decided, null);
        if (tally.NotApplicable is { } notApplicable) return (RuleOutcome.NotApplicable, notApplicable);
        return proofs > 0 ? (RuleOutcome.Decided, null) : (RuleOutcome.NotApplicable, "there is nothing to examine");
    }

    private static (string Path, TextSpan Span, string Message) Place(Diagnostic finding) =>
        (finding.Location.Path, finding.Location.Span, finding.Message);
}
