using System.Collections.Immutable;
using System.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Measures the phases of a run and tells how far they are.</summary>
/// <param name="progress">Who is told.</param>
/// <param name="discovery">How long the first phase took, which was before the run.</param>
internal sealed class PhaseClock(IProgress<AnalysisProgress>? progress, TimeSpan discovery)
{
    private readonly long[] ticks = new long[Enum.GetValues<AnalysisPhase>().Length];
    private readonly long start = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => discovery + Stopwatch.GetElapsedTime(start);

    public ImmutableArray<Timing> Timings =>
        [.. Enum.GetValues<AnalysisPhase>().Select(phase => new Timing(phase.ToString(), phase == AnalysisPhase.Discover ? discovery : ToTime(ticks[(int)phase])))];

    public static TimeSpan ToTime(long ticks) => Stopwatch.GetElapsedTime(0, ticks);

    public T Measure<T>(AnalysisPhase phase, Func<T> work)
    {
        var begin = Stopwatch.GetTimestamp();
        var result = work();
        ticks[(int)phase] += Stopwatch.GetTimestamp() - begin;
        return result;
    }

    public void Measure(AnalysisPhase phase, Action work) =>
        Measure(phase, () =>
        {
            work();
            return 0;
        });

    public Action<int> Steps(AnalysisPhase phase, int total) => done => progress?.Report(new AnalysisProgress(phase, done, total));
}
