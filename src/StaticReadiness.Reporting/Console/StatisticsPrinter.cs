using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints the findings counted by rule, most frequent first, and where the time went.</summary>
internal sealed class StatisticsPrinter(StyledWriter writer)
{
    private const int Shown = 10;

    public void Print(IEnumerable<Finding> findings)
    {
        var rules = findings.GroupBy(static f => f.Diagnostic.Descriptor)
            .Select(static g => (Rule: g.Key, Count: g.Count(), Files: g.Select(static f => f.Diagnostic.Location.Path).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(static r => r.Count).ThenBy(static r => r.Rule.Id, StringComparer.Ordinal)
            .ToList();
        if (rules.Count == 0) return;
        foreach (var (rule, count, files) in rules)
        {
            writer.Write(count.ToString(CultureInfo.InvariantCulture).PadLeft(6) + "  ", TextStyle.Bold);
            writer.Write(rule.Id + "  ", TextStyle.Dim);
            writer.Write(rule.Name, TextStyle.Rule);
            writer.WriteLine($" in {Plural.Of(files, "file")}");
        }

        writer.WriteLine();
    }

    public void Print(AnalysisStatistics statistics, FileStatistics files)
    {
        if (statistics.Phases.IsEmpty) return;
        writer.WriteLine("Where the time went", TextStyle.Bold);
        writer.WriteLine();
        foreach (var phase in statistics.Phases) Print(phase, phase.Name.ToLowerInvariant());
        Print("rules", statistics.Rules);
        Print("facts that rules share", statistics.Facts);
        writer.WriteLine($"  {Plural.Of(files.PythonLines, "line")}, {Plural.Of(files.PythonBytes, "byte")}, {Plural.Of(statistics.Nodes, "node")}", TextStyle.Dim);
        writer.WriteLine();
    }

    private void Print(string what, ImmutableArray<Timing> timings)
    {
        if (timings.IsEmpty) return;
        writer.WriteLine($"  of which {what}, summed over threads, the slowest {Math.Min(Shown, timings.Length)}:", TextStyle.Dim);
        foreach (var timing in timings.Take(Shown)) Print(timing, timing.Name);
    }

    private void Print(Timing timing, string name) =>
        writer.WriteLine($"  {timing.Duration.TotalMilliseconds.ToString("#,0.0", CultureInfo.InvariantCulture).PadLeft(10)} ms  {name}");
}
