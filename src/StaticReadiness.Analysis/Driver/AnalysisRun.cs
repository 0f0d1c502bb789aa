using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Analysis.Suppression;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>One run of the driver: its phases in order.</summary>
internal sealed class AnalysisRun
{
    private readonly RepositoryFiles files;
    private readonly AnalysisOptions options;
    private readonly PhaseClock clock;
    private readonly WorkerPool pool;
    private readonly ImmutableArray<DiagnosticDescriptor> known;
    private readonly ReadinessModel model;
    private readonly AnalysisSettings settings;
    private readonly RuleActions actions;
    private readonly CancellationToken cancellationToken;

    public AnalysisRun(
        RepositoryFiles files, AnalysisOptions options, IReadOnlyList<DiagnosticAnalyzer> analyzers, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        this.files = files;
        this.options = options;
        this.cancellationToken = cancellationToken;
        clock = new PhaseClock(progress, options.DiscoveryTime);
        pool = new WorkerPool(options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount);
        known = [.. analyzers.Select(analyzer => analyzer.Descriptor), .. SuppressionRules.All];
        settings = SettingsResolver.Resolve(files, options.ReadsRepositorySettings, options.Overrides, known, ReadinessModel.Load());
        model = ReadinessModel.Load().With(settings.Model);
        actions = new RuleActions(analyzers
            .Where(analyzer => RuleSelector.IsEnabled(analyzer.Descriptor, settings))
            .OrderBy(analyzer => analyzer.Descriptor.Id, StringComparer.Ordinal));
    }

    public Report Execute()
    {
        var parsed = clock.Measure(AnalysisPhase.Parse, Parse);
        var projects = clock.Measure(AnalysisPhase.Bind, () => Bind(parsed));
        var analyses = projects.Select(Analyze).ToImmutableArray();
        var report = clock.Measure(AnalysisPhase.Score, () => Assemble(parsed.Files, analyses));
        return report with { Duration = clock.Elapsed, Statistics = StatisticsOf(analyses) };
    }

    private ParsedRepository Parse() =>
        ParsedRepository.Read(files, options, settings.Knowledge, pool, total => clock.Steps(AnalysisPhase.Parse, total), cancellationToken);

    private ImmutableArray<LoadedProject> Bind(ParsedRepository parsed)
    {
        try
        {
            return ProjectLoader.Load(files, parsed, options, settings, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // rules need all names bound: what is known are the files and their errors
            return [];
        }
    }

    private ProjectAnalysis Analyze(LoadedProject project)
    {
        var analysis = new ProjectAnalysis(project, actions, settings, model.CriterionIds, pool, options.MeasuresRules, cancellationToken);
        clock.Measure(AnalysisPhase.Check, () => analysis.Run(clock.Steps(AnalysisPhase.Check, analysis.Pieces)));
        return analysis;
    }

    private Report Assemble(ImmutableArray<ParsedFile> parsed, ImmutableArray<ProjectAnalysis> analyses)
    {
        var isCancelled = cancellationToken.IsCancellationRequested;
        var trees = parsed.Where(file => file.Tree is not null).ToDictionary(file => file.File.Path, file => file.Tree!);
        var collector = new FindingCollector(trees, settings, options.Baseline);
        var projects = ImmutableArray.CreateBuilder<ProjectReport>();
        var findings = new List<Finding>();
        foreach (var analysis in analyses) projects.Add(ReportOn(analysis, collector, findings, isCancelled));
        if (!isCancelled) findings.AddRange(CheckSuppressions(collector));
        return new Report(
            options.ToolVersion,
            options.RootPath,
            [.. actions.Rules.Select(rule => rule.Rule), .. SuppressionRules.All.Where(rule => RuleSelector.IsEnabled(rule, settings))],
            [.. findings.OrderBy(finding => finding.Diagnostic, DiagnosticComparer.Instance)],
            projects.ToImmutable(),
            [.. SourceReader.Describe(files), .. parsed.Select(file => file.Notification).OfType<Notification>(), .. CrashNotifications.Of(analyses, options.IsVerbose)],
            Count(parsed),
            TimeSpan.Zero)
        {
            IsCancelled = isCancelled,
            Revision = options.Revision,
            Settings = settings,
        };
    }

    private ProjectReport ReportOn(ProjectAnalysis analysis, FindingCollector collector, List<Finding> findings, bool isCancelled)
    {
        var results = ImmutableArray.CreateBuilder<RuleResult>();
        foreach (var tally in analysis.Tallies)
        {
            var result = ResultBuilder.Build(tally, !isCancelled);
            var completed = collector.Collect(result.Findings, analysis.Project.Root);
            findings.AddRange(completed.Where(finding => finding.ProjectRoot == analysis.Project.Root));
            results.Add(result with { Findings = [.. completed.Where(finding => finding.Suppression is null).Select(finding => finding.Diagnostic)] });
        }

        var profile = model.FindProfile(settings.Profile)!;
        var card = Scorer.Score(model, profile, analysis.Project.Kind, results);
        return new ProjectReport(analysis.Project.Root, analysis.Project.Kind, analysis.Project.KindReason, card, results.ToImmutable());
    }

    private IEnumerable<Finding> CheckSuppressions(FindingCollector collector)
    {
        var diagnostics = collector.CheckSuppressions(known, [.. actions.Rules.Select(rule => rule.Rule)])
            .Where(diagnostic => RuleSelector.IsEnabled(diagnostic.Descriptor, settings))
            .Order(DiagnosticComparer.Instance);
        return collector.Collect([.. diagnostics], "");
    }

    private FileStatistics Count(ImmutableArray<ParsedFile> parsed) =>
        new(parsed.Length, files.Files.Count - parsed.Length, files.Skipped.Count, parsed.Sum(file => file.Bytes), parsed.Sum(file => (long)file.Lines));

    private AnalysisStatistics StatisticsOf(ImmutableArray<ProjectAnalysis> analyses)
    {
        var rules = !options.MeasuresRules ? [] : analyses
            .SelectMany(analysis => analysis.Tallies)
            .GroupBy(tally => tally.Rule.Name)
            .Select(tallies => new Timing(tallies.Key, PhaseClock.ToTime(tallies.Sum(tally => tally.Ticks))))
            .OrderByDescending(timing => timing.Duration)
            .ThenBy(timing => timing.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        var facts = analyses.IsEmpty ? [] : analyses[0].Project.Clock.Timings;
        return new AnalysisStatistics(clock.Timings, rules, facts, analyses.Sum(analysis => analysis.Nodes));
    }
}
