using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Analysis.Suppression;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Makes findings of diagnostics: with the severity the settings give, a fingerprint, and the suppression that holds for them.</summary>
internal sealed class FindingCollector(
    IReadOnlyDictionary<string, SyntaxTree> trees, AnalysisSettings settings, Func<Finding, FindingSuppression?>? baseline)
{
    private readonly bool withPeers = settings.HonoursPeerComments ?? true;
    private readonly Dictionary<string, FileSuppressions> suppressions = [];
    private readonly Dictionary<string, int> ordinals = [];
    private readonly Dictionary<(string Rule, string Path, TextSpan Span, string Message), Finding> known = [];
    private readonly PathIgnores pathIgnores = new(settings.PerFileIgnores);

    /// <summary>Completes the findings of one rule in one project, in order, those with the same cause as one. One in a file that several projects see stays the first one's.</summary>
    public ImmutableArray<Finding> Collect(IEnumerable<Diagnostic> diagnostics, string projectRoot) =>
        CauseGroups.Join([.. diagnostics.Select(diagnostic => CompleteOnce(diagnostic, projectRoot))], diagnostic => CompleteOnce(diagnostic, projectRoot), FindSuppression);

    private Finding CompleteOnce(Diagnostic found, string projectRoot)
    {
        var diagnostic = InProject(found, projectRoot);
        var key = (diagnostic.Descriptor.Id, diagnostic.Location.Path, diagnostic.Location.Span, diagnostic.Message);
        if (!known.TryGetValue(key, out var finding)) known[key] = finding = Complete(diagnostic, projectRoot);
        return finding;
    }

    /// <summary>What is wrong with the suppressions of all files.</summary>
    public IEnumerable<Diagnostic> CheckSuppressions(IReadOnlyList<DiagnosticDescriptor> known, IReadOnlyList<DiagnosticDescriptor> ran)
    {
        foreach (var tree in trees.Values)
            if (CommentCollector.HasOwn(tree)) SuppressionsOf(Location.OfFile(tree.Path));
        return suppressions.Values.SelectMany(file => file.Check(known, ran));
    }

    private Finding Complete(Diagnostic diagnostic, string projectRoot)
    {
        var finding = new Finding(WithSeverity(diagnostic), FingerprintOf(diagnostic), projectRoot);
        return finding with { Suppression = FindSuppression(diagnostic) ?? baseline?.Invoke(finding) };
    }

    // What a whole project lacks stands at its folder.
    private static Diagnostic InProject(Diagnostic diagnostic, string projectRoot) =>
        diagnostic.Location.Path.Length > 0 || diagnostic.Descriptor.IsAboutRepository ? diagnostic : diagnostic with { Location = Location.OfFile(projectRoot) };

    private Diagnostic WithSeverity(Diagnostic diagnostic) =>
        settings.Rules.TryGetValue(diagnostic.Descriptor.Name, out var rule) && rule.Severity is { } severity ? diagnostic with { Severity = severity } : diagnostic;

    private string FingerprintOf(Diagnostic diagnostic)
    {
        var key = Fingerprint.KeyOf(diagnostic, trees.GetValueOrDefault(diagnostic.Location.Path));
        var ordinal = ordinals.GetValueOrDefault(key);
        ordinals[key] = ordinal + 1;
        return Fingerprint.Of(key, ordinal);
    }

    private FindingSuppression? FindSuppression(Diagnostic diagnostic)
    {
        var location = diagnostic.Location;
        if (location.Path.Length == 0) return null;
        var comment = SuppressionsOf(location)?.Find(diagnostic);
        if (comment is { Source: "comment" }) return comment;
        return pathIgnores.Find(diagnostic) ?? comment;
    }

    private FileSuppressions? SuppressionsOf(Location location)
    {
        if (suppressions.TryGetValue(location.Path, out var known)) return known;
        if (trees.TryGetValue(location.Path, out var tree)) return suppressions[location.Path] = FileSuppressions.Of(tree, withPeers);
        return location.Text is { } text ? suppressions[location.Path] = FileSuppressions.Of(location.Path, text) : null;
    }
}
