using System.Text;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Testing.Markdown;

namespace StaticReadiness.Testing;

/// <summary>Compares a report with a case and tells the differences with the lines they are about.</summary>
internal static class CaseReport
{
    public static string? Compare(string page, MarkdownCase @case, Report report, DiagnosticDescriptor rule)
    {
        var problems = new StringBuilder();
        CompareFindings(@case, report, problems);
        CompareNotifications(@case, report, problems);
        CompareResult(@case, report.Projects.SelectMany(project => project.Results).Where(result => result.Rule.Id == rule.Id).ToArray(), problems);
        return problems.Length == 0 ? null : $"\n{page}:{@case.Line}: \"{@case.Title}\"\n{problems}";
    }

    private static void CompareFindings(MarkdownCase @case, Report report, StringBuilder problems)
    {
        var found = report.Findings.Where(finding => finding.Suppression is null)
            .Select(finding => (Place: PlaceOf(finding.Diagnostic), finding.Diagnostic.Message))
            .OrderBy(finding => finding.Place, ExpectationComparer.Instance)
            .ToList();
        foreach (var expected in @case.Expectations)
        {
            var index = found.FindIndex(finding => finding.Place == expected);
            if (index >= 0) found.RemoveAt(index);
            else Tell(problems, @case, expected, "missing   ", null);
        }

        foreach (var (place, message) in found) Tell(problems, @case, place, "unexpected", message);
    }

    private static void CompareNotifications(MarkdownCase @case, Report report, StringBuilder problems)
    {
        foreach (var notification in report.Notifications)
            if (!(@case.AllowsSyntaxErrors && notification.Id is "syntax-error" or "python-2")) problems.AppendLine($"  notification {notification.Id}: {notification.Message}");
    }

    private static void CompareResult(MarkdownCase @case, RuleResult[] results, StringBuilder problems)
    {
        if (@case.Outcome is { } outcome && results.Any(result => result.Outcome != outcome))
            problems.AppendLine($"  the outcome is {string.Join(", ", results.Select(result => $"{result.Outcome} ({result.Reason})"))}, expected {outcome}");
        if (@case.Opportunities is { } opportunities && results.Sum(result => result.Opportunities) is var examined && examined != opportunities)
            problems.AppendLine($"  {examined} opportunities were examined, expected {opportunities}");
        if (@case.Proofs is not { } expected) return;
        var proved = results.SelectMany(result => result.Proofs).ToArray();
        foreach (var criterion in expected.Where(criterion => proved.All(proof => proof.Criterion != criterion))) problems.AppendLine($"  missing    proof of {criterion}");
        foreach (var proof in proved.Where(proof => !expected.Contains(proof.Criterion))) problems.AppendLine($"  unexpected proof of {proof.Criterion}: {proof.Message}");
    }

    private static void Tell(StringBuilder problems, MarkdownCase @case, Expectation place, string what, string? message)
    {
        var where = place.Path.Length == 0 ? "the repository" : place.Line == 0 ? place.Path : $"{place.Path}:{place.Line}";
        problems.AppendLine($"  {what} {place.Rule} at {where}{(message is null ? "" : $": {message}")}");
        var file = @case.Files.FirstOrDefault(file => file.Path == place.Path);
        if (file is null || place.Line == 0) return;
        var lines = file.Content.Split('\n');
        for (var line = Math.Max(1, place.Line - 2); line <= Math.Min(lines.Length, place.Line + 1); line++)
            problems.AppendLine($"    {(line == place.Line ? ">" : " ")} {line,4} | {lines[line - 1]}");
    }

    public static Expectation PlaceOf(Diagnostic finding)
    {
        var location = finding.Location;
        var line = location.Text is { } text ? text.GetLineIndex(location.Span.Start) + 1 : 0;
        return new Expectation(location.Path, line, finding.Descriptor.Name);
    }
}
