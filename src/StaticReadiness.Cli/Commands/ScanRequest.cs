using StaticReadiness.Analysis.Settings;
using StaticReadiness.Cli.Output;
using StaticReadiness.Reporting.Console;

namespace StaticReadiness.Cli.Commands;

/// <summary>What the user asked a scan to do.</summary>
internal sealed record ScanRequest(string Path, IReadOnlyList<OutputTarget> Targets, AnalysisSettings Settings, ConsoleOptions Console)
{
    /// <summary>A settings file that replaces the repository's own.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>The file with what the user knows and no repository holds.</summary>
    public string? EvidencePath { get; init; }

    public int Jobs { get; init; }

    public required DateOnly Today { get; init; }

    public bool IncludePasses { get; init; }

    public bool IsVerbose => Console.Verbosity == Verbosity.Verbose;
}
