using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints the one closing line: counts, size, index, and whether the gate holds.</summary>
internal sealed class SummaryPrinter(StyledWriter writer)
{
    public void Print(Report report, Verdict verdict)
    {
        var passed = verdict.ExitCode == ExitCode.Success;
        writer.Write(passed ? writer.Glyphs.Check : writer.Glyphs.Cross, passed ? TextStyle.Good : TextStyle.Error);
        var clauses = new List<string> { Counts(report), Size(report) };
        if (report.Projects is [{ Scorecard.Index: { } index }]) clauses.Add($"index {ScoreText.Of(index)}");
        else if (report.Projects.Min(static project => project.Scorecard.Index) is { } lowest) clauses.Add($"{Plural.Of(report.Projects.Length, "project")}, lowest index {ScoreText.Of(lowest)}");
        var text = string.Join($" {writer.Glyphs.Dot} ", clauses);
        if (!passed) text += $" {writer.Glyphs.Dash} {(verdict.ExitCode == ExitCode.GateFailed ? "failed: " : "")}{string.Join("; ", verdict.Reasons)}";
        writer.WriteProse(" " + text, 2, writer.Glyphs.Check.Length);
    }

    private static string Counts(Report report)
    {
        var counting = report.Findings.Where(static f => f.Suppression is null).ToList();
        var parts = new List<string>();
        foreach (var severity in new[] { DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Note })
        {
            var count = counting.Count(f => f.Diagnostic.Severity == severity);
            if (count > 0) parts.Add(Plural.Of(count, Names.Of(severity)));
        }

        if (parts.Count == 0) parts.Add("no findings");
        var suppressed = report.Findings.Length - counting.Count;
        if (suppressed > 0) parts.Add($"{Plural.Of(suppressed, "suppressed", "suppressed")}");
        return string.Join(", ", parts);
    }

    private static string Size(Report report) =>
        string.Create(CultureInfo.InvariantCulture, $"{Plural.Of(report.Files.PythonFiles, "Python file")} in {report.Duration.TotalSeconds:0.0} s");
}
