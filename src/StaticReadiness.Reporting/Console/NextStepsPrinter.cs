using System.Globalization;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints what to fix first, with what each fix is worth.</summary>
internal sealed class NextStepsPrinter(StyledWriter writer, ConsoleOptions options)
{
    private const int Shown = 5;

    public void Print(ProjectReport project)
    {
        var steps = project.Scorecard.NextSteps;
        if (steps.IsEmpty) return;
        writer.WriteLine("What to fix first", TextStyle.Bold);
        writer.WriteLine();
        var count = options.Verbosity == Verbosity.Verbose ? steps.Length : Math.Min(Shown, steps.Length);
        for (var i = 0; i < count; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            writer.Write($"  {number}. ");
            writer.WriteProse(steps[i].Description, 5, 4 + number.Length);
            writer.WriteLine($"     {steps[i].Dimension} {ScoreText.Signed(steps[i].DimensionGain)}, index {ScoreText.Signed(steps[i].IndexGain)}", TextStyle.Dim);
        }

        writer.WriteLine();
    }
}
