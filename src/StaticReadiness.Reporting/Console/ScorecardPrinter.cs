using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints the dimensions of one project with bars, and the index.</summary>
internal sealed class ScorecardPrinter(StyledWriter writer, ConsoleOptions options)
{
    private const int Indent = 2;

    private readonly int barCells = writer.Width >= 76 ? 12 : 4;

    public void Print(ProjectReport project)
    {
        var card = project.Scorecard;
        writer.Write(project.Root.Length == 0 ? "Readiness" : $"Readiness of {project.Root}", TextStyle.Bold);
        writer.WriteProse($" {writer.Glyphs.Dot} {Names.Of(project.Kind)} ({project.KindReason}), profile {card.Profile}", Indent, 10 + project.Root.Length, TextStyle.Dim);
        writer.WriteLine();

        var titleWidth = card.Dimensions.Select(static d => d.Title.Length).DefaultIfEmpty(0).Max() + 2;
        foreach (var dimension in card.Dimensions)
        {
            if (dimension.Score is { } score) Print(dimension, score, titleWidth);
            if (options.ShowLedger) new LedgerPrinter(writer).Print(dimension);
        }

        PrintNotAssessed(card);
        writer.WriteLine();
        PrintIndex(card, titleWidth);
        writer.WriteLine();
    }

    private void Print(DimensionScore dimension, double score, int titleWidth)
    {
        writer.Write(new string(' ', Indent) + dimension.Title.PadRight(titleWidth));
        PrintBar(score);
        writer.Write($" {ScoreText.Of(score)}", ScoreText.StyleOf(score));
        var interval = ScoreText.Of(dimension.Interval, writer.Glyphs);
        if (interval.Length > 0) writer.Write($"  {interval}", TextStyle.Dim);
        if (dimension.IsDealBreaker) writer.Write("  deal-breaker", TextStyle.Error);
        writer.WriteLine();
        if (dimension.ManualReason is { } reason)
        {
            writer.Write(new string(' ', Indent + 4));
            writer.WriteProse($"set by hand: {reason}", Indent + 6, Indent + 4, TextStyle.Dim);
        }

        foreach (var cap in dimension.Caps)
        {
            writer.Write(new string(' ', Indent + 4));
            writer.WriteProse($"held at {ScoreText.Of(cap.Maximum)} at most: {cap.Reason} ({cap.RuleId})", Indent + 6, Indent + 4, TextStyle.Dim);
        }
    }

    private void PrintBar(double score)
    {
        var (full, empty) = ScoreText.Bar(score, barCells, writer.Glyphs);
        writer.Write(full, ScoreText.StyleOf(score));
        writer.Write(empty, TextStyle.Dim);
    }

    private void PrintNotAssessed(Scorecard card)
    {
        var missing = card.Dimensions.Where(static d => d.Score is null);
        foreach (var group in missing.GroupBy(static d => d.NotAssessedReason ?? "no criterion could be decided", StringComparer.Ordinal))
        {
            var names = string.Join(", ", group.Select(static d => d.Title));
            writer.Write(new string(' ', Indent));
            writer.WriteProse($"not assessed: {names} ({group.Key})", Indent + 2, Indent, TextStyle.Dim);
        }
    }

    private void PrintIndex(Scorecard card, int titleWidth)
    {
        writer.Write(new string(' ', Indent));
        if (card.Index is not { } index)
        {
            writer.WriteLine("Readiness index not assessed: no dimension could be scored", TextStyle.Bold);
            return;
        }

        writer.Write("Readiness index".PadRight(titleWidth), TextStyle.Bold);
        PrintBar(index);
        writer.Write($" {ScoreText.Of(index)}", ScoreText.StyleOf(index));
        writer.Write(" of 5");
        var interval = ScoreText.Of(card.IndexInterval, writer.Glyphs);
        if (interval.Length > 0) writer.Write($"  {interval}", TextStyle.Dim);
        var breakers = card.Dimensions.Count(static d => d.IsDealBreaker);
        if (breakers > 0) writer.Write($"  {Plural.Of(breakers, "deal-breaker")}", TextStyle.Error);
        writer.WriteLine();
    }
}
