using System.CommandLine;
using System.Diagnostics;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Analyzers;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Cli.Output;
using StaticReadiness.Reporting;
using StaticReadiness.Repository.Evidence;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Cli.Commands;

/// <summary><c>scan [PATH]</c>: the whole analysis of a repository.</summary>
internal static class ScanCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new ScanOptions();
        var command = new Command("scan", "Analyses a repository and reports findings and scores.");
        options.AddTo(command);
        command.SetAction((parsed, _) => ScanAsync(options.Read(parsed, context), context));
        return command;
    }

    private static async Task<int> ScanAsync(ScanRequest request, CommandContext context)
    {
        ReportOutput.Check(request.Targets);
        var settings = SettingsLoader.Load(request.Path, request.ConfigPath).With(request.Settings);
        var progress = new ProgressLine(context);
        var evidence = request.EvidencePath is { } path ? EvidenceLoader.Load(path) : EvidenceFile.None;
        var report = await progress.WatchAsync(Task.Run(() => Analyze(request, settings, evidence, progress, context.CancellationToken)));
        var verdict = GateOf(report.Settings).Judge(report);
        new ReportOutput(context, request.Console, request.IncludePasses).Write(request.Targets, report, verdict);
        ExplainSilence(request, verdict, context);
        return (int)verdict.ExitCode;
    }

    private static Report Analyze(ScanRequest request, AnalysisSettings settings, EvidenceFile evidence, ProgressLine progress, CancellationToken cancellationToken)
    {
        var selection = new FileSelection { Include = settings.Include, Exclude = settings.Exclude };
        var begin = Stopwatch.GetTimestamp();
        var files = RepositoryFiles.Open(request.Path, selection, cancellationToken, request.Jobs);
        var discovery = Stopwatch.GetElapsedTime(begin);
        CollectorPause.Begin(files);
        var options = new AnalysisOptions
        {
            DiscoveryTime = discovery,
            Today = request.Today,
            Jobs = request.Jobs,
            ToolVersion = ProductVersion.Text,
            Knowledge = LibraryTables.Knowledge,
            ApplicationConstructors = LibraryTables.ApplicationConstructors,
            RootPath = Path.GetFullPath(request.Path),
            IsVerbose = request.IsVerbose,
            MeasuresRules = request.Console.ShowStatistics,
            Overrides = settings,
            Evidence = evidence,
            ReadsRepositorySettings = false,
        };
        var report = AnalysisDriver.Run(files, options, RuleCatalogue.All, progress, cancellationToken);
        return report.Files.PythonFiles > 0 || report.IsCancelled ? report : report with { Notifications = report.Notifications.Insert(0, NoPython(request.Path)) };
    }

    private static Notification NoPython(string path) =>
        new("no-python-files", NotificationLevel.Warning, $"no Python file was found in {path}", null);

    private static Gate GateOf(AnalysisSettings settings)
    {
        DiagnosticSeverity? level = settings.FailLevel switch
        {
            "never" => null,
            "note" => DiagnosticSeverity.Note,
            "warning" => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Error,
        };
        return new Gate(level, settings.MinIndex);
    }

    // With every report in a file, or in a format for machines, an exit code alone would be a riddle.
    private static void ExplainSilence(ScanRequest request, Verdict verdict, CommandContext context)
    {
        if (verdict.Reasons.IsEmpty || request.Targets.Any(static t => t is { Format: ReportFormat.Console, File: null })) return;
        context.Error.WriteLine($"static-readiness: {string.Join("; ", verdict.Reasons)}");
    }
}
