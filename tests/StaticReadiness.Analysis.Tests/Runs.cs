using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Tests;

/// <summary>Short runs of the driver over files in memory.</summary>
internal static class Runs
{
    public static AnalysisOptions Options { get; } = new() { Today = new DateOnly(2026, 1, 15), Jobs = 2 };

    public static Report Of(DiagnosticAnalyzer rule, params (string Path, string Content)[] files) =>
        AnalysisDriver.Run(RepositoryFiles.InMemory(files), Options, [rule]);

    public static Report Of(AnalysisOptions options, IReadOnlyList<DiagnosticAnalyzer> rules, params (string Path, string Content)[] files) =>
        AnalysisDriver.Run(RepositoryFiles.InMemory(files), options, rules);

    public static Report With(AnalysisSettings settings, DiagnosticAnalyzer rule, params (string Path, string Content)[] files) =>
        Of(Options with { Overrides = settings }, [rule], files);

    /// <summary>The findings as <c>path:line rule</c>, a suppressed one followed by its source.</summary>
    public static string[] Lines(this Report report) =>
        [.. report.Findings.Select(finding =>
        {
            var location = finding.Diagnostic.Location;
            var line = location.Text is { } text ? text.GetLineIndex(location.Span.Start) + 1 : 0;
            return $"{location.Path}:{line} {finding.Diagnostic.Descriptor.Name}{(finding.Suppression is { } by ? $" ({by.Source})" : "")}";
        })];
}
