using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>One run of the driver: its phases in order.</summary>
internal sealed class AnalysisRun(
    RepositoryFiles files, AnalysisOptions options, IReadOnlyList<DiagnosticAnalyzer> analyzers, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    private readonly PhaseClock clock = new(progress);
    private readonly WorkerPool pool = new(options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount);
    private readonly List<Notification> notifications = [];

    public Report Execute()
    {
        var settings = options.Overrides;
        var enabled = analyzers.Where(analyzer => RuleSelector.IsEnabled(analyzer.Descriptor, settings)).OrderBy(analyzer => analyzer.Descriptor.Id, StringComparer.Ordinal).ToImmutableArray();
        var actions = new RuleActions(enabled);
        var parsed = clock.Measure(AnalysisPhase.Parse, Parse);
        var projects = clock.Measure(AnalysisPhase.Bind, () => ProjectLoader.Load(files, parsed, options, settings.Kind));
        var analyses = projects.Select(project => Analyze(project, actions, settings)).ToImmutableArray();
        return clock.Measure(AnalysisPhase.Score, () => Assemble(enabled, parsed, projects, analyses)) with { Duration = clock.Elapsed };
    }

    private ImmutableArray<ParsedFile> Parse()
    {
        var python = files.Files.Where(SourceReader.IsPython).ToImmutableArray();
        var parsed = new ParsedFile?[python.Length];
        var step = clock.Steps(AnalysisPhase.Parse, python.Length);
        var done = 0;
        pool.ForEach(
            python.Length,
            (index, _) =>
            {
                parsed[index] = SourceReader.Parse(python[index], cancellationToken);
                step(Interlocked.Increment(ref done));
            },
            cancellationToken);
        return [.. parsed.OfType<ParsedFile>()];
    }

    private ProjectAnalysis Analyze(LoadedProject project, RuleActions actions, AnalysisSettings settings)
    {
        var analysis = new ProjectAnalysis(project, actions, settings, pool, options.MeasuresRules, cancellationToken);
        clock.Measure(AnalysisPhase.Walk, () => analysis.WalkTrees(clock.Steps(AnalysisPhase.Walk, project.Files.Length)));
        clock.Measure(AnalysisPhase.Project, () => analysis.RunProjectActions(clock.Steps(AnalysisPhase.Project, actions.Rules.Count)));
        return analysis;
    }

    private Report Assemble(
        ImmutableArray<DiagnosticAnalyzer> enabled, ImmutableArray<ParsedFile> parsed, ImmutableArray<LoadedProject> projects, ImmutableArray<ProjectAnalysis> analyses)
    {
        var isCancelled = cancellationToken.IsCancellationRequested;
        var reports = ImmutableArray.CreateBuilder<ProjectReport>();
        var findings = new List<Finding>();
        foreach (var (project, analysis) in projects.Zip(analyses))
        {
            var results = analysis.Tallies.Select(tally => ResultBuilder.Build(tally, !isCancelled)).ToImmutableArray();
            var root = project.Project.Root;
            findings.AddRange(results.SelectMany(result => result.Findings).Select(finding => new Finding(finding, "", root)));
            reports.Add(new ProjectReport(root, project.Project.Kind, project.KindReason, new Scorecard("production", null, null, [], []), results));
        }

        notifications.AddRange(parsed.Select(file => file.Notification).OfType<Notification>());
        notifications.AddRange(CrashNotifications.Of(analyses, options.IsVerbose));
        return new Report(
            options.ToolVersion,
            options.RootPath,
            [.. enabled.Select(analyzer => analyzer.Descriptor)],
            [.. findings.OrderBy(finding => finding.Diagnostic, DiagnosticComparer.Instance)],
            reports.ToImmutable(),
            [.. notifications],
            Count(parsed),
            TimeSpan.Zero)
        {
            IsCancelled = isCancelled,
            Revision = options.Revision,
            Statistics = StatisticsOf(analyses),
        };
    }

    private FileStatistics Count(ImmutableArray<ParsedFile> parsed) =>
        new(parsed.Length, files.Files.Count - parsed.Length, 0, parsed.Sum(file => file.Bytes), parsed.Sum(file => (long)(file.Tree?.Text.LineCount ?? 0)));

    private AnalysisStatistics StatisticsOf(ImmutableArray<ProjectAnalysis> analyses)
    {
        var rules = !options.MeasuresRules ? [] : analyses
            .SelectMany(analysis => analysis.Tallies)
            .GroupBy(tally => tally.Rule.Name)
            .Select(tallies => new Timing(tallies.Key, PhaseClock.ToTime(tallies.Sum(tally => tally.Ticks))))
            .OrderByDescending(timing => timing.Duration)
            .ThenBy(timing => timing.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        return new AnalysisStatistics(clock.Timings, rules, analyses.Sum(analysis => analysis.Nodes));
    }
}
