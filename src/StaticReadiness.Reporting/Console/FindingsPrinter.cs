using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints findings grouped by file, the first few of each rule with their code.</summary>
internal sealed class FindingsPrinter(StyledWriter writer, ConsoleOptions options, Secrets secrets)
{
    private const int FramesPerRule = 3;
    private const int Indent = 4;

    private readonly Dictionary<string, int> framesShown = new(StringComparer.Ordinal);
    private int withoutFrame;
    private bool lastHadFrame;

    public void Print(IEnumerable<Finding> findings)
    {
        foreach (var file in findings.GroupBy(static f => f.Diagnostic.Location.Path, StringComparer.Ordinal))
        {
            writer.WriteLine(file.Key.Length == 0 ? Place.WholeRepository : file.Key, TextStyle.Path);
            lastHadFrame = true;
            foreach (var finding in file) Print(finding);
            writer.WriteLine();
        }

        if (withoutFrame == 0) return;
        writer.WriteProse($"{Plural.Of(withoutFrame, "finding")} of rules shown {FramesPerRule} times above came without code; --verbose shows it all.", 0, 0, TextStyle.Dim);
        writer.WriteLine();
    }

    /// <summary>One line a finding, as editors and grep like it.</summary>
    public void PrintShort(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var diagnostic = finding.Diagnostic;
            writer.Write($"{Place.Of(diagnostic.Location)}: ");
            writer.Write(Names.Of(diagnostic.Severity), Severities.StyleOf(diagnostic.Severity));
            writer.WriteLine($": {diagnostic.Message} [{diagnostic.Descriptor.Name}]{SuppressedMark(finding)}");
        }
    }

    private void Print(Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        var severity = Names.Of(diagnostic.Severity);
        var framed = ClaimFrame(diagnostic.Descriptor.Id);
        if (framed || lastHadFrame) writer.WriteLine();
        lastHadFrame = framed;

        writer.Write("  ");
        writer.Write(severity, Severities.StyleOf(diagnostic.Severity));
        writer.Write(": ");
        if (!framed)
        {
            writer.WriteProse($"{diagnostic.Message} ({Where(diagnostic.Location)}){SuppressedMark(finding)}", Indent, 4 + severity.Length);
            return;
        }

        writer.WriteProse(diagnostic.Message + SuppressedMark(finding), Indent, 4 + severity.Length);
        writer.Write("    ");
        writer.Write(diagnostic.Descriptor.Name, TextStyle.Rule);
        writer.WriteLine($" {diagnostic.Descriptor.Id} {writer.Glyphs.Dot} {Place.Of(diagnostic.Location)}", TextStyle.Dim);
        PrintFrame(diagnostic);
        PrintSteps(diagnostic.CodeFlow, numbered: true);
        PrintSteps(diagnostic.Related, numbered: false);
    }

    private bool ClaimFrame(string rule)
    {
        var shown = framesShown.GetValueOrDefault(rule);
        if (options.Verbosity != Verbosity.Verbose && shown >= FramesPerRule)
        {
            withoutFrame++;
            return false;
        }

        framesShown[rule] = shown + 1;
        return true;
    }

    private void PrintFrame(Diagnostic diagnostic)
    {
        var gutter = Indent + 8;
        foreach (var line in CodeFrame.Create(diagnostic.Location, writer.Width - gutter, writer.Glyphs, secrets))
        {
            var number = line.Number?.ToString(CultureInfo.InvariantCulture) ?? "";
            writer.Write($"{number.PadLeft(Indent + 5)} {writer.Glyphs.Bar} ", TextStyle.Dim);
            writer.WriteLine(line.Text, line.IsMark ? Severities.StyleOf(diagnostic.Severity) : TextStyle.Plain);
        }
    }

    private void PrintSteps(IReadOnlyList<CodeFlowStep> steps, bool numbered)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var indent = Indent + 2 + (numbered ? 2 * Math.Min(i, 6) : 0);
            writer.Write(new string(' ', indent));
            writer.Write(writer.Glyphs.Arrow + " ", TextStyle.Dim);
            var step = $"{steps[i].Message} ({Place.Of(steps[i].Location)})";
            writer.WriteProse(step, indent + 3, indent + 1 + writer.Glyphs.Arrow.Length, TextStyle.Plain);
        }
    }

    private static string SuppressedMark(Finding finding)
    {
        if (finding.Suppression is not { } suppression) return "";
        return $" (suppressed by {suppression.Source}: {suppression.Justification ?? "no reason given"})";
    }

    private static string Where(Location location) =>
        location.Text is null ? "whole file" : $"line {(location.Text.GetLineIndex(Math.Clamp(location.Span.Start, 0, location.Text.Length)) + 1).ToString(CultureInfo.InvariantCulture)}";
}
