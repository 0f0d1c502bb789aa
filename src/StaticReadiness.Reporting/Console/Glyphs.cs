namespace StaticReadiness.Reporting.Console;

/// <summary>The few drawing characters of the console report, with replacements for encodings that lack them.</summary>
/// <param name="Bar">Right of the line numbers in a code frame.</param>
public sealed record Glyphs(string Bar, string Underline, string Ellipsis, string Full, string Empty, string Arrow, string Dot, string Dash, string Cross, string Check)
{
    public static Glyphs Unicode { get; } = new("│", "━", "…", "█", "░", "→", "·", "–", "✗", "✓");

    public static Glyphs Ascii { get; } = new("|", "~", "...", "#", ".", "->", "-", "-", "x", "ok");
}
