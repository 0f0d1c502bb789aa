namespace StaticReadiness.Reporting;

/// <summary>What the process tells the shell; the numbers are part of the product's contract.</summary>
public enum ExitCode
{
    Success = 0,

    /// <summary>A finding at or above the fail level, or an index below the minimum.</summary>
    GateFailed = 1,

    /// <summary>A wrong argument, option or configuration file.</summary>
    WrongUse = 2,

    /// <summary>A file could not be read or a rule crashed, so the verdict cannot be trusted.</summary>
    Incomplete = 3,

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    Cancelled = 130,
}
