using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>The run of all rules over a repository, from its files to the report.</summary>
public static class AnalysisDriver
{
    /// <summary>Runs on a thread of its own; see <see cref="Run"/>.</summary>
    public static Task<Report> RunAsync(
        RepositoryFiles files,
        AnalysisOptions options,
        IReadOnlyList<DiagnosticAnalyzer> analyzers,
        IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Task.Factory.StartNew(
            () => Run(files, options, analyzers, progress, cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    /// <summary>Analyses a repository. A cancelled run returns what is known; nothing a repository holds makes it throw.</summary>
    /// <exception cref="Settings.ConfigurationException">The settings of the repository, or the options, are wrong.</exception>
    public static Report Run(
        RepositoryFiles files,
        AnalysisOptions options,
        IReadOnlyList<DiagnosticAnalyzer> analyzers,
        IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var run = new AnalysisRun(files, options, analyzers, progress, cancellationToken);
        return run.Execute();
    }

    /// <summary>Parses and binds a repository's projects without running a rule, for those who want to look at the model itself.</summary>
    public static ImmutableArray<Project> Load(RepositoryFiles files, AnalysisOptions options, CancellationToken cancellationToken = default)
    {
        var pool = new WorkerPool(options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount);
        var parsed = ParsedRepository.Read(files, options, options.Overrides.Knowledge, pool, _ => _ => { }, cancellationToken);
        return [.. ProjectLoader.Load(files, parsed, options, options.Overrides, cancellationToken).Select(loaded => loaded.Project)];
    }
}
