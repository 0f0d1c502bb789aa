using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Measures the facts that rules share, so that they are not charged to whichever rule asks first.</summary>
internal sealed class FactClock
{
    [ThreadStatic]
    private static long spent;

    private readonly ConcurrentDictionary<string, long> ticks = new(StringComparer.Ordinal);

    /// <summary>What this thread has spent so far on making facts and on waiting for other threads to make them.</summary>
    public static long Spent => spent;

    public ImmutableArray<Timing> Timings =>
    [
        .. ticks.Select(fact => new Timing(fact.Key, PhaseClock.ToTime(fact.Value)))
            .OrderByDescending(timing => timing.Duration)
            .ThenBy(timing => timing.Name, StringComparer.Ordinal),
    ];

    /// <summary>Makes a fact, or waits for it.</summary>
    public static object Await(SharedFact fact)
    {
        if (fact.IsMade) return fact.Value;
        var (begin, before) = (Stopwatch.GetTimestamp(), spent);
        try
        {
            return fact.Value;
        }
        finally
        {
            spent = before + Stopwatch.GetTimestamp() - begin;
        }
    }

    /// <summary>Makes a fact; the facts it asks for on its way are not charged to it.</summary>
    public T Measure<T>(string name, Func<T> compute)
    {
        var (begin, before) = (Stopwatch.GetTimestamp(), spent);
        var fact = compute();
        var own = Stopwatch.GetTimestamp() - begin - (spent - before);
        ticks.AddOrUpdate(name, own, (_, sum) => sum + own);
        return fact;
    }
}
