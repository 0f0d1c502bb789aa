using System.Globalization;

namespace StaticReadiness.Dev.Corpus;

/// <summary>Prints a run over a corpus: repositories, rules, and samples spread over the repositories.</summary>
internal static class CorpusPrinter
{
    private const int Width = 160;

    public static void PrintFindings(CorpusRun run, int samples)
    {
        PrintRepositories(run);
        Console.WriteLine($"\n{"rule",-36} {"repositories",12} {"findings",9} {"ms",7}");
        var times = run.Reports.SelectMany(report => report.Report.Statistics.Rules).GroupBy(timing => timing.Name).ToDictionary(timings => timings.Key, timings => timings.Sum(timing => timing.Duration.TotalMilliseconds));
        var rules = run.Findings.GroupBy(finding => finding.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).ToArray();
        foreach (var rule in rules)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule.Key,-36} {rule.Select(finding => finding.Repository).Distinct().Count(),12} {rule.Count(),9} {times.GetValueOrDefault(rule.Key),7:F0}"));
        foreach (var rule in rules)
        {
            Console.WriteLine($"\n{rule.Key}");
            foreach (var finding in Spread(rule, samples)) Print(' ', finding);
        }
    }

    public static void PrintChanges(IReadOnlyList<CorpusFinding> before, IReadOnlyList<CorpusFinding> after, int samples)
    {
        var gone = before.ExceptBy(after.Select(finding => finding.Key), finding => finding.Key).ToLookup(finding => finding.Rule);
        var added = after.ExceptBy(before.Select(finding => finding.Key), finding => finding.Key).ToLookup(finding => finding.Rule);
        var rules = gone.Select(rule => rule.Key).Concat(added.Select(rule => rule.Key)).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (rules.Length == 0) Console.WriteLine($"no change: {after.Count} findings");
        foreach (var rule in rules)
        {
            Console.WriteLine($"{rule}: {added[rule].Count()} new, {gone[rule].Count()} gone");
            foreach (var finding in Spread(added[rule], samples)) Print('+', finding);
            foreach (var finding in Spread(gone[rule], samples)) Print('-', finding);
        }
    }

    private static void PrintRepositories(CorpusRun run)
    {
        Console.WriteLine($"{"repository",-32} {"files",6} {"lines",9} {"ms",7} {"kind",-12} {"index",6} {"findings",9}");
        foreach (var (repository, report) in run.Reports)
        {
            // of several projects the least ready one stands for its repository
            var project = report.Projects.MinBy(project => project.Scorecard.Index);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{repository,-32} {report.Files.PythonFiles,6} {report.Files.PythonLines,9} {report.Duration.TotalMilliseconds,7:F0} {project?.Kind,-12} {project?.Scorecard.Index,6:F2} {run.Findings.Count(finding => finding.Repository == repository),9}"));
            foreach (var crash in report.Notifications.Where(notification => notification.Id == "analyzer-crash")) Console.WriteLine($"  {crash.Message}");
        }
    }

    // one of each repository first, then the second of each, so that no large repository fills the sample
    private static IEnumerable<CorpusFinding> Spread(IEnumerable<CorpusFinding> findings, int samples) =>
        findings.GroupBy(finding => finding.Repository)
            .SelectMany(repository => repository.Select((finding, order) => (finding, order)))
            .OrderBy(entry => entry.order)
            .ThenBy(entry => entry.finding.Repository, StringComparer.Ordinal)
            .Take(samples)
            .Select(entry => entry.finding);

    private static void Print(char mark, CorpusFinding finding)
    {
        Console.WriteLine($"{mark} {finding.Repository}/{finding.Path}:{finding.Line}: {Cut(finding.Message)}");
        if (finding.Source.Length > 0) Console.WriteLine($"    {Cut(finding.Source)}");
    }

    private static string Cut(string text) => text.Length <= Width ? text : text[..(Width - 1)] + "…";
}
