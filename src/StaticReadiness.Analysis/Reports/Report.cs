using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Analysis.Settings;

namespace StaticReadiness.Analysis.Reports;

/// <summary>How bad it is that something could not be analysed.</summary>
public enum NotificationLevel { Note, Warning, Error }

/// <summary>Something the run has to say about itself: a file that could not be read, a rule that crashed. An error makes the analysis incomplete.</summary>
/// <param name="Id">Stable: <c>unreadable-file</c>, <c>syntax-error</c>, <c>analyzer-crash</c>, <c>configuration</c> …</param>
public sealed record Notification(string Id, NotificationLevel Level, string Message, Location? Location);

/// <summary>How many files were read and skipped.</summary>
public sealed record FileStatistics(int PythonFiles, int OtherFiles, int Skipped, long PythonBytes, long PythonLines);

/// <summary>One project's part of a report.</summary>
/// <param name="Results">What scoring saw: one result a rule, without suppressed findings.</param>
public sealed record ProjectReport(string Root, ProjectKind Kind, string KindReason, Scorecard Scorecard, ImmutableArray<RuleResult> Results);

/// <summary>Everything a writer needs; writers read this and nothing else.</summary>
public sealed record Report(
    string ToolVersion,
    string RootPath,
    ImmutableArray<DiagnosticDescriptor> Rules,
    ImmutableArray<Finding> Findings,
    ImmutableArray<ProjectReport> Projects,
    ImmutableArray<Notification> Notifications,
    FileStatistics Files,
    TimeSpan Duration)
{
    /// <summary>True when the user stopped the run; what is known so far is reported.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The repository's commit, when git knows it.</summary>
    public string? Revision { get; init; }

    public AnalysisStatistics Statistics { get; init; } = AnalysisStatistics.None;

    /// <summary>The settings in force: of the repository and of the command line.</summary>
    public AnalysisSettings Settings { get; init; } = AnalysisSettings.Empty;
}
