using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints every criterion of a dimension with what it adds to the score, so that a reader can add it up.</summary>
internal sealed class LedgerPrinter(StyledWriter writer)
{
    private const int Indent = 6;
    private const int PointsWidth = 6;
    private const int TextIndent = Indent + PointsWidth + 2;

    public void Print(DimensionScore dimension)
    {
        if (dimension.UncappedScore is not { } total) return;
        WritePoints(ScoreText.Of(1));
        writer.WriteLine("every dimension starts here", TextStyle.Dim);
        foreach (var line in dimension.Ledger.Where(static l => l.Value is not null)) Print(line);
        WritePoints(ScoreText.Of(total));
        writer.WriteLine($"together; weight {dimension.Weight} in the profile", TextStyle.Dim);
        foreach (var group in dimension.Ledger.Where(static l => l.Value is null).GroupBy(static l => (l.State, l.Reason))) Print(group);
        writer.WriteLine();
    }

    private void Print(CriterionScore line)
    {
        WritePoints("+" + ScoreText.Of(line.Contribution));
        var state = Names.Of(line.State);
        writer.Write(state, StyleOf(line.State));
        var gain = line.Gain >= 0.005 ? $" (worth {ScoreText.Signed(line.Gain)})" : "";
        writer.WriteProse($" {line.Title}: {line.Reason}{gain}", TextIndent, TextIndent + state.Length);
    }

    private void Print(IGrouping<(CriterionState State, string Reason), CriterionScore> undecided)
    {
        var titles = string.Join("; ", undecided.Select(static l => l.Title));
        var state = undecided.Key.State == CriterionState.NotApplicable ? "not applicable" : "unknown";
        WritePoints("");
        writer.WriteProse($"{state} ({undecided.Key.Reason}): {titles}", TextIndent, TextIndent, TextStyle.Dim);
    }

    private void WritePoints(string points) => writer.Write($"{new string(' ', Indent)}{points.PadLeft(PointsWidth)}  ", TextStyle.Dim);

    private static TextStyle StyleOf(CriterionState state) => state switch
    {
        CriterionState.Met => TextStyle.Good,
        CriterionState.Partly => TextStyle.Fair,
        _ => TextStyle.Poor,
    };
}
