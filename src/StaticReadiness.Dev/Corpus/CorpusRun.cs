using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Analyzers;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Dev.Corpus;

/// <summary>The findings and scores of several repositories.</summary>
internal sealed class CorpusRun
{
    private readonly List<CorpusFinding> findings = [];
    private readonly List<(string Repository, Report Report)> reports = [];

    public IReadOnlyList<CorpusFinding> Findings => findings;

    public IReadOnlyList<(string Repository, Report Report)> Reports => reports;

    public bool HasCrashes => reports.Any(report => report.Report.Notifications.Any(notification => notification.Id == "analyzer-crash"));

    public static CorpusRun Of(IEnumerable<string> paths, IReadOnlyList<string> select, int jobs, CancellationToken cancellationToken)
    {
        var run = new CorpusRun();
        foreach (var path in paths)
        {
            if (cancellationToken.IsCancellationRequested) break;
            run.Add(path, select, jobs, cancellationToken);
        }

        return run;
    }

    private void Add(string path, IReadOnlyList<string> select, int jobs, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var options = new AnalysisOptions
        {
            Today = DateOnly.FromDateTime(DateTime.UtcNow),
            Jobs = jobs,
            Knowledge = LibraryTables.Knowledge,
            ApplicationConstructors = LibraryTables.ApplicationConstructors,
            MeasuresRules = true,
            IsVerbose = true,
            ReadsRepositorySettings = false,
            Overrides = new AnalysisSettings { Select = [.. select] },
        };
        var report = AnalysisDriver.Run(RepositoryFiles.Open(path, cancellation: cancellationToken), options, RuleCatalogue.All, cancellationToken: cancellationToken);
        reports.Add((name, report));
        findings.AddRange(report.Findings.Where(finding => finding.Suppression is null).Select(finding => Describe(name, finding)));
    }

    private static CorpusFinding Describe(string repository, Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        var location = diagnostic.Location;
        var line = location.Text?.GetLineIndex(location.Span.Start) ?? -1;
        return new CorpusFinding(repository, diagnostic.Descriptor.Name, location.Path, line + 1, finding.Fingerprint, diagnostic.Message, SourceOf(diagnostic, line));
    }

    private static string SourceOf(Diagnostic diagnostic, int line)
    {
        if (line < 0) return "";
        var text = diagnostic.Location.Text!;
        var span = text.GetLineSpan(line);
        var source = text.ToString(span).ToCharArray();
        foreach (var masked in diagnostic.MaskedSpans)
            for (var i = Math.Max(masked.Start, span.Start); i < Math.Min(masked.End, span.End); i++) source[i - span.Start] = '*';
        return new string(source).Trim();
    }
}
