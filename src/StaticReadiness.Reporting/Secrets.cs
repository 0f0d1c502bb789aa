using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Reporting;

/// <summary>The places of a report that hold credentials, so that no writer prints them, not even as another finding's context.</summary>
public sealed class Secrets
{
    public const string Mask = "********";

    private readonly Dictionary<string, List<TextSpan>> spans = new(StringComparer.Ordinal);

    public static Secrets None { get; } = new();

    public static Secrets Of(Report report)
    {
        var secrets = new Secrets();
        foreach (var finding in report.Findings) secrets.Add(finding.Diagnostic);
        foreach (var result in report.Projects.SelectMany(static p => p.Results))
            foreach (var diagnostic in result.Findings) secrets.Add(diagnostic);
        return secrets;
    }

    public static bool IsAbout(DiagnosticDescriptor rule) =>
        rule is { Dimension: "configuration-management", Criterion: "secrets" };

    /// <summary>The secret span that overlaps the given one, or null.</summary>
    public TextSpan? Overlapping(string path, TextSpan span)
    {
        if (!spans.TryGetValue(path, out var list)) return null;
        foreach (var secret in list)
            if (secret.OverlapsWith(span)) return secret;
        return null;
    }

    private void Add(Diagnostic diagnostic)
    {
        foreach (var span in diagnostic.MaskedSpans) Add(diagnostic.Location with { Span = span });
        if (!IsAbout(diagnostic.Descriptor) || !diagnostic.MaskedSpans.IsEmpty) return;
        Add(diagnostic.Location);
        foreach (var step in diagnostic.CodeFlow) Add(step.Location);
        foreach (var step in diagnostic.Related) Add(step.Location);
    }

    private void Add(Location location)
    {
        if (location.Text is null || location.Span.IsEmpty) return;
        if (!spans.TryGetValue(location.Path, out var list)) spans[location.Path] = list = [];
        if (!list.Contains(location.Span)) list.Add(location.Span);
    }
}
