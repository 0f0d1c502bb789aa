using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Evidence;
using StaticReadiness.Repository.History;

namespace StaticReadiness.Analysis.Driver;

/// <summary>What the caller of a run decides; what the repository decides is in its own settings.</summary>
public sealed record AnalysisOptions
{
    /// <summary>How many threads work; 0 for one a processor.</summary>
    public int Jobs { get; init; }

    /// <summary>How long it took to list the files, which is done before a run and counts as its first phase.</summary>
    public TimeSpan DiscoveryTime { get; init; }

    /// <summary>The day the run is made for, so that a run can be repeated.</summary>
    public required DateOnly Today { get; init; }

    public string ToolVersion { get; init; } = "0.0.0";

    /// <summary>The folder that was scanned, as the user wrote it.</summary>
    public string RootPath { get; init; } = "";

    /// <summary>The repository's commit, when git knows it.</summary>
    public string? Revision { get; init; }

    /// <summary>Whether notifications about crashes carry the stack trace.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>Whether the time of each rule is measured, which costs a little itself.</summary>
    public bool MeasuresRules { get; init; }

    /// <summary>The settings of the command line; they win over those of the repository.</summary>
    public AnalysisSettings Overrides { get; init; } = AnalysisSettings.Empty;

    /// <summary>What is known about libraries: their types, what blocks, what moves work elsewhere.</summary>
    public LibraryKnowledge Knowledge { get; init; } = LibraryKnowledge.Empty;

    /// <summary>The qualified names whose call makes a web application, such as <c>flask.Flask</c>; they tell an application from a library.</summary>
    public IReadOnlySet<string> ApplicationConstructors { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    /// <summary>The repository's history when the caller holds it; null to ask git.</summary>
    public GitHistory? History { get; init; }

    /// <summary>What the user knows and no repository holds.</summary>
    public EvidenceFile Evidence { get; init; } = EvidenceFile.None;

    /// <summary>Whether the call graph holds what tests call, which no rule asks.</summary>
    public bool IncludesCallsOfTests { get; init; }

    /// <summary>Whether the repository's own settings file is read.</summary>
    public bool ReadsRepositorySettings { get; init; } = true;

    /// <summary>Answers with the suppression of a finding that a baseline knows; null without a baseline.</summary>
    public Func<Finding, FindingSuppression?>? Baseline { get; init; }
}
