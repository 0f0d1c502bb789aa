using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Reports;

/// <summary>Where the time of a run went.</summary>
/// <param name="Phases">Wall time of each phase, in order.</param>
/// <param name="Rules">Time of each rule summed over all threads, the longest first; empty unless asked for.</param>
public sealed record AnalysisStatistics(ImmutableArray<Timing> Phases, ImmutableArray<Timing> Rules, long Nodes)
{
    public static AnalysisStatistics None { get; } = new([], [], 0);
}

/// <summary>How long something took.</summary>
public sealed record Timing(string Name, TimeSpan Duration);
