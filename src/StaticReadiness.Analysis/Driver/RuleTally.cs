using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Driver;

/// <summary>What one rule said so far on one thread; tallies are merged when all threads are done, so no action ever waits for a lock.</summary>
internal sealed class RuleTally(DiagnosticDescriptor rule)
{
    public DiagnosticDescriptor Rule { get; } = rule;

    public List<Diagnostic> Findings { get; } = [];

    public List<Proof> Proofs { get; } = [];

    public int Opportunities { get; set; }

    public string? NotApplicable { get; private set; }

    public string? Unknown { get; private set; }

    public AnalyzerCrash? Crash { get; private set; }

    public long Ticks { get; set; }

    public void SayNotApplicable(string reason) => NotApplicable = First(NotApplicable, reason);

    public void SayUnknown(string reason) => Unknown = First(Unknown, reason);

    public void SayCrashed(AnalyzerCrash crash)
    {
        if (Crash is null || string.CompareOrdinal(crash.Path, Crash.Path) < 0) Crash = crash;
    }

    public void Add(RuleTally other)
    {
        Findings.AddRange(other.Findings);
        Proofs.AddRange(other.Proofs);
        Opportunities += other.Opportunities;
        Ticks += other.Ticks;
        if (other.NotApplicable is { } notApplicable) SayNotApplicable(notApplicable);
        if (other.Unknown is { } unknown) SayUnknown(unknown);
        if (other.Crash is { } crash) SayCrashed(crash);
    }

    // the least of several reasons, so that the threads' order does not show
    private static string First(string? known, string reason) =>
        known is null || string.CompareOrdinal(reason, known) < 0 ? reason : known;
}
