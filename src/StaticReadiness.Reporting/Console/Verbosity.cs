namespace StaticReadiness.Reporting.Console;

/// <summary>How much the console report says.</summary>
public enum Verbosity
{
    /// <summary>One line a finding and the closing line.</summary>
    Quiet,
    Normal,

    /// <summary>A code frame for every finding, and every reason and note.</summary>
    Verbose,
}
