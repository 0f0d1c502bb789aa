using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Reports;

/// <summary>Where the time of a run went.</summary>
/// <param name="Phases">Wall time of each phase, in order.</param>
/// <param name="Rules">Time of each rule summed over all threads, the longest first, without the facts it shares with others; empty unless asked for.</param>
/// <param name="Facts">Time of each fact that rules share, the longest first, without the facts it is made of.</param>
/// <param name="Nodes">The nodes that the walks have shown.</param>
public sealed record AnalysisStatistics(ImmutableArray<Timing> Phases, ImmutableArray<Timing> Rules, ImmutableArray<Timing> Facts, long Nodes)
{
    public static AnalysisStatistics None { get; } = new([], [], [], 0);
}

/// <summary>How long something took.</summary>
public sealed record Timing(string Name, TimeSpan Duration);
