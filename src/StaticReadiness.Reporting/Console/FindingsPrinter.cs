using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints findings grouped by file, the first few of each rule with their code.</summary>
internal sealed class FindingsPrinter(StyledWriter writer, ConsoleOptions options, Secrets secrets)
{
    private const int FramesPerRule = 3;
    private const int LinesPerRuleAndFile = 3;
    private const int RelatedPerFinding = 5;
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
            PrintFile(file);
            writer.WriteLine();
        }

        if (withoutFrame == 0) return;
        writer.WriteProse($"{Plural.Of(withoutFrame, "finding")} {(withoutFrame == 1 ? "is" : "are")} shown without code or only counted; --verbose shows all.", 0, 0, TextStyle.Dim);
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

    private void PrintFile(IEnumerable<Finding> file)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = new List<Finding>();
        foreach (var finding in file)
        {
            var rule = finding.Diagnostic.Descriptor.Id;
            if (ClaimFrame(rule)) PrintWithFrame(finding);
            else if ((lines[rule] = lines.GetValueOrDefault(rule) + 1) <= LinesPerRuleAndFile) PrintOnLine(finding);
            else left.Add(finding);
        }

        foreach (var rule in left.GroupBy(static f => f.Diagnostic.Descriptor.Name, StringComparer.Ordinal))
        {
            if (rule.Count() == 1) PrintOnLine(rule.Single());
            else writer.WriteLine($"  {writer.Glyphs.Ellipsis} and {Plural.Of(rule.Count(), "more", "more")} of {rule.Key}, to {Where(rule.Last().Diagnostic.Location)}", TextStyle.Dim);
        }
    }

    private void PrintWithFrame(Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        writer.WriteLine();
        PrintHead(diagnostic, diagnostic.Message + SuppressedMark(finding));
        writer.Write("    ");
        writer.Write(diagnostic.Descriptor.Name, TextStyle.Rule);
        writer.WriteLine($" {diagnostic.Descriptor.Id} {writer.Glyphs.Dot} {Place.Of(diagnostic.Location)}", TextStyle.Dim);
        PrintFrame(diagnostic);
        PrintSteps(diagnostic.CodeFlow, numbered: true);
        PrintRelated(diagnostic.Related);
        lastHadFrame = true;
    }

    private void PrintOnLine(Finding finding)
    {
        if (lastHadFrame) writer.WriteLine();
        PrintHead(finding.Diagnostic, $"{finding.Diagnostic.Message} ({Where(finding.Diagnostic.Location)}){SuppressedMark(finding)}");
        lastHadFrame = false;
    }

    private void PrintHead(Diagnostic diagnostic, string text)
    {
        var severity = Names.Of(diagnostic.Severity);
        writer.Write("  ");
        writer.Write(severity, Severities.StyleOf(diagnostic.Severity));
        writer.Write(": ");
        writer.WriteProse(text, Indent, 4 + severity.Length);
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
        // Next to one credential there are often others that no rule is sure of.
        var withContext = !Secrets.IsAbout(diagnostic.Descriptor);
        foreach (var line in CodeFrame.Create(diagnostic.Location, writer.Width - gutter, writer.Glyphs, secrets, withContext))
        {
            var number = line.Number?.ToString(CultureInfo.InvariantCulture) ?? "";
            writer.Write($"{number.PadLeft(Indent + 5)} {writer.Glyphs.Bar} ", TextStyle.Dim);
            writer.WriteLine(line.Text, line.IsMark ? Severities.StyleOf(diagnostic.Severity) : TextStyle.Plain);
        }
    }

    private void PrintRelated(ImmutableArray<CodeFlowStep> places)
    {
        var shown = options.Verbosity == Verbosity.Verbose || places.Length <= RelatedPerFinding ? places : places[..RelatedPerFinding];
        PrintSteps(shown, numbered: false);
        if (shown.Length < places.Length) writer.WriteLine($"{new string(' ', Indent + 2)}{writer.Glyphs.Ellipsis} and {Plural.Of(places.Length - shown.Length, "more place")}", TextStyle.Dim);
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
