using System.Globalization;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Reporting.Console;

/// <summary>Scores as text.</summary>
internal static class ScoreText
{
    public static string Of(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Signed(double points) => points.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    public static TextStyle StyleOf(double score) => score >= 4 ? TextStyle.Good : score >= 2.5 ? TextStyle.Fair : TextStyle.Poor;

    /// <summary>The interval, or nothing where it is a point.</summary>
    public static string Of(ScoreInterval? interval, Glyphs glyphs) =>
        interval is { } i && i.High - i.Low >= 0.005 ? $"{Of(i.Low)}{glyphs.Dash}{Of(i.High)}" : "";

    /// <summary>A bar from 1 (empty) to 5 (full).</summary>
    public static (string Full, string Empty) Bar(double score, int cells, Glyphs glyphs)
    {
        var full = (int)Math.Round((Math.Clamp(score, 1, 5) - 1) / 4 * cells, MidpointRounding.AwayFromZero);
        return (Repeat(glyphs.Full, full), Repeat(glyphs.Empty, cells - full));
    }

    private static string Repeat(string glyph, int count) => string.Concat(Enumerable.Repeat(glyph, count));
}
