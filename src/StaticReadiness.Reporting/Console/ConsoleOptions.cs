namespace StaticReadiness.Reporting.Console;

/// <summary>What the user asked of the console report, and what the terminal can do.</summary>
public sealed record ConsoleOptions
{
    public bool Colour { get; init; }

    public int Width { get; init; } = 80;

    public Glyphs Glyphs { get; init; } = Glyphs.Unicode;

    public Verbosity Verbosity { get; init; } = Verbosity.Normal;

    public bool ShowSuppressed { get; init; }

    /// <summary>Shows every criterion of every dimension with what it adds to the score.</summary>
    public bool ShowLedger { get; init; }

    /// <summary>Shows findings counted by rule instead of one by one.</summary>
    public bool ShowStatistics { get; init; }
}
