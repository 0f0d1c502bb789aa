using System.Globalization;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints every criterion of a dimension with what it adds to the score, so that a reader can add it up.</summary>
internal sealed class LedgerPrinter(StyledWriter writer)
{
    private const int Indent = 6;

    public void Print(DimensionScore dimension)
    {
        if (dimension.Score is null) writer.WriteLine($"  {dimension.Title}: not assessed", TextStyle.Dim);

        foreach (var line in dimension.Ledger) Print(line);
        if (dimension.UncappedScore is { } total)
            writer.WriteLine($"{new string(' ', Indent)}{"1.00",6}  base; together {ScoreText.Of(total)}, weight in the profile {dimension.Weight}", TextStyle.Dim);
    }

    private void Print(CriterionScore line)
    {
        var points = line.Value is null ? "" : ScoreText.Of(line.Contribution);
        writer.Write($"{new string(' ', Indent)}{points,6}  ", TextStyle.Dim);
        writer.Write(Names.Of(line.State), StyleOf(line.State));
        var counts = line.Opportunities > 0 ? string.Create(CultureInfo.InvariantCulture, $", {line.Violations} of {line.Opportunities}") : "";
        var gain = line.Gain >= 0.005 ? $", worth {ScoreText.Signed(line.Gain)}" : "";
        var column = Indent + 8 + Names.Of(line.State).Length;
        writer.WriteProse($" {line.Title}{counts}{gain}: {line.Reason}", Indent + 8, column);
    }

    private static TextStyle StyleOf(CriterionState state) => state switch
    {
        CriterionState.Met => TextStyle.Good,
        CriterionState.Partly => TextStyle.Fair,
        CriterionState.Unmet => TextStyle.Poor,
        _ => TextStyle.Dim,
    };
}
