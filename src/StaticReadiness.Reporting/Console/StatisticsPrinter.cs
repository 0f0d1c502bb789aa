using System.Globalization;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints the findings counted by rule, most frequent first.</summary>
internal sealed class StatisticsPrinter(StyledWriter writer)
{
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
}
