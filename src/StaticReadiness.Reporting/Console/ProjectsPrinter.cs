using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints the projects of a repository side by side, the least ready first.</summary>
internal sealed class ProjectsPrinter(StyledWriter writer)
{
    /// <summary>How many projects are shown in full unless all are asked for.</summary>
    private const int FullCards = 3;

    private const int BarCells = 12;

    /// <summary>The projects to show in full: all of a few, the least ready of many.</summary>
    public static IEnumerable<ProjectReport> InDetail(IReadOnlyList<ProjectReport> projects, ConsoleOptions options) =>
        projects.Count <= FullCards || options.Verbosity == Verbosity.Verbose || options.ShowLedger ? projects : LeastReadyFirst(projects).Take(1);

    public void Print(IReadOnlyList<ProjectReport> projects)
    {
        writer.WriteLine($"{Plural.Of(projects.Count, "project")}, the least ready first", TextStyle.Bold);
        writer.WriteLine();
        var width = projects.Max(static project => NameOf(project).Length) + 2;
        foreach (var project in LeastReadyFirst(projects)) Print(project, width);
        if (projects.Count > FullCards) writer.WriteProse("  Only the first is shown in full; --verbose shows all.", 2, 0, TextStyle.Dim);
        writer.WriteLine();
    }

    private void Print(ProjectReport project, int width)
    {
        writer.Write("  " + NameOf(project).PadRight(width));
        writer.Write(Names.Of(project.Kind).PadRight("application".Length + 2), TextStyle.Dim);
        if (project.Scorecard.Index is { } index)
        {
            var (full, empty) = ScoreText.Bar(index, BarCells, writer.Glyphs);
            writer.Write(full, ScoreText.StyleOf(index));
            writer.Write(empty, TextStyle.Dim);
            writer.Write($" {ScoreText.Of(index)}", ScoreText.StyleOf(index));
            if (Weakest(project) is { Score: { } score } weakest) writer.Write($"  {weakest.Title} {ScoreText.Of(score)}", TextStyle.Dim);
        }
        else writer.Write("not assessed", TextStyle.Dim);
        writer.WriteLine();
    }

    private static IEnumerable<ProjectReport> LeastReadyFirst(IEnumerable<ProjectReport> projects) =>
        projects.OrderBy(static project => project.Scorecard.Index ?? double.MaxValue).ThenBy(static project => project.Root, StringComparer.Ordinal);

    private static DimensionScore? Weakest(ProjectReport project) =>
        project.Scorecard.Dimensions.Where(static dimension => dimension.Score is not null).MinBy(static dimension => dimension.Score);

    private static string NameOf(ProjectReport project) => project.Root.Length == 0 ? "(top)" : project.Root;
}
