using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Analyzers;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Files;
using StaticReadiness.Testing.Markdown;

namespace StaticReadiness.Testing;

/// <summary>Runs the cases of a rule's pages and compares what is found with what the page expects.</summary>
public static class RuleTest
{
    /// <summary>The day on which cases run that do not name another.</summary>
    public static DateOnly Today { get; } = new(2026, 1, 15);

    /// <summary>Runs one case.</summary>
    /// <returns>What is wrong, in words for the author of the page; null when all is as expected.</returns>
    public static string? Run(string page, MarkdownCase @case, DiagnosticAnalyzer rule)
    {
        var names = @case.Expectations.Select(expectation => expectation.Rule).Append(rule.Descriptor.Name).Distinct().ToArray();
        var unknown = names.Where(name => name != rule.Descriptor.Name && RuleCatalogue.Find(name) is null).ToArray();
        if (unknown.Length > 0) return $"{page}:{@case.Line}: \"{@case.Title}\" expects findings of unknown rules: {string.Join(", ", unknown)}";
        var rules = names.Select(name => name == rule.Descriptor.Name ? rule : RuleCatalogue.Find(name)!).ToArray();
        return CaseReport.Compare(page, @case, Analyze(@case, rules), rule.Descriptor);
    }

    /// <summary>The report of some rules over the files of a case.</summary>
    public static Report Analyze(MarkdownCase @case, params DiagnosticAnalyzer[] rules)
    {
        var files = RepositoryFiles.InMemory(@case.Files.Select(file => (file.Path, file.Content)));
        var options = new AnalysisOptions
        {
            Today = @case.Today ?? Today,
            History = @case.History,
            Evidence = @case.Evidence,
            Jobs = 1,
            Knowledge = LibraryTables.Knowledge,
            ApplicationConstructors = LibraryTables.ApplicationConstructors,
            IsVerbose = true,
            Overrides = new AnalysisSettings { Kind = @case.Kind ?? ProjectKind.Application, Select = [.. rules.Select(rule => rule.Descriptor.Name)], Rules = SettingsOf(@case, rules) },
        };
        return AnalysisDriver.Run(files, options, rules);
    }

    private static ImmutableSortedDictionary<string, RuleSettings> SettingsOf(MarkdownCase @case, DiagnosticAnalyzer[] rules)
    {
        var settings = ImmutableSortedDictionary<string, RuleSettings>.Empty;
        foreach (var (name, value) in @case.Options)
        {
            var rule = rules.FirstOrDefault(rule => rule.Descriptor.Options.Any(option => option.Name == name))?.Descriptor
                ?? throw new FormatException($"\"{@case.Title}\" sets `{name}`, which is no option of its rule");
            var type = rule.Options.First(option => option.Name == name).ValueType;
            var known = settings.GetValueOrDefault(rule.Name) ?? new RuleSettings();
            settings = settings.SetItem(rule.Name, known with { Options = known.Options.SetItem(name, Convert.ChangeType(value, type, CultureInfo.InvariantCulture)) });
        }

        return settings;
    }
}
