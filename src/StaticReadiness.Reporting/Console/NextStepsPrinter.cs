using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints what to fix first, with what each fix is worth.</summary>
internal sealed class NextStepsPrinter(StyledWriter writer, ConsoleOptions options, IReadOnlyList<DiagnosticDescriptor> rules)
{
    private const int Shown = 5;

    public void Print(ProjectReport project)
    {
        var steps = project.Scorecard.NextSteps;
        if (steps.IsEmpty) return;
        writer.WriteLine("What to fix first", TextStyle.Bold);
        writer.WriteLine();
        var count = options.Verbosity == Verbosity.Verbose ? steps.Length : Math.Min(Shown, steps.Length);
        for (var i = 0; i < count; i++) Print(i + 1, steps[i], project.Scorecard);
        writer.WriteLine();
    }

    private void Print(int number, NextStep step, Scorecard card)
    {
        var rule = rules.FirstOrDefault(r => r.Id == step.RuleId)?.Name ?? step.RuleId;
        writer.Write($"{number.ToString(CultureInfo.InvariantCulture).PadLeft(3)}. ");
        writer.Write(rule, TextStyle.Rule);
        writer.WriteLine($" ({Plural.Of(step.Findings, "finding")})");
        var dimension = card.Dimensions.FirstOrDefault(d => d.Id == step.Dimension);
        var title = dimension?.Title ?? step.Dimension;
        var change = dimension?.Score is { } before
            ? $"{ScoreText.Of(before)} {writer.Glyphs.Arrow} {ScoreText.Of(before + step.DimensionGain)}"
            : ScoreText.Signed(step.DimensionGain);
        writer.WriteLine($"     {title} {change}, index {ScoreText.Signed(step.IndexGain)}", TextStyle.Dim);
    }
}
