using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Reporting.Sarif.Model;

namespace StaticReadiness.Reporting.Sarif;

/// <summary>Findings and proofs as SARIF results.</summary>
internal sealed class SarifResults
{
    private readonly Report report;
    private readonly LineHashes lineHashes;
    private readonly Dictionary<string, int> ruleIndexes = new(StringComparer.Ordinal);

    public SarifResults(Report report)
    {
        this.report = report;
        lineHashes = new LineHashes(Secrets.Of(report));
        for (var i = 0; i < report.Rules.Length; i++) ruleIndexes[report.Rules[i].Id] = i;
    }

    public IReadOnlyList<SarifResult> Create(bool includePasses)
    {
        List<SarifResult> results = [.. report.Findings.Select(Create)];
        if (!includePasses) return results;
        foreach (var result in report.Projects.SelectMany(static p => p.Results))
            foreach (var proof in result.Proofs) results.Add(Create(result.Rule, proof));
        return results;
    }

    private SarifResult Create(Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        return new SarifResult(diagnostic.Descriptor.Id, ruleIndexes[diagnostic.Descriptor.Id])
        {
            Level = Names.Of(diagnostic.Severity),
            Message = Message(diagnostic.Message),
            Locations = [SarifLocations.Create(diagnostic.Location)],
            RelatedLocations = Related(diagnostic.Related),
            CodeFlows = CodeFlows(diagnostic.CodeFlow),
            PartialFingerprints = Fingerprints(finding),
            Suppressions = Suppressions(finding.Suppression),
        };
    }

    private SarifResult Create(DiagnosticDescriptor rule, Proof proof) => new(rule.Id, ruleIndexes[rule.Id])
    {
        Kind = "pass",
        Level = "none",
        Message = Message(proof.Message),
        Locations = [SarifLocations.Create(proof.Location)],
    };

    private static SarifMessage Message(string text)
    {
        var sentence = text.EndsWith('.') ? text : text + ".";
        var plain = sentence.Replace('`', '\'');
        // `a[0](1)` would be read as a link there.
        if (plain.Contains("](", StringComparison.Ordinal)) plain = plain.Replace("[", "\\[").Replace("]", "\\]");
        return new SarifMessage(plain, sentence);
    }

    private Dictionary<string, string> Fingerprints(Finding finding)
    {
        var fingerprints = new Dictionary<string, string>(StringComparer.Ordinal) { ["staticReadiness/v1"] = finding.Fingerprint };
        if (lineHashes.Of(finding.Diagnostic.Descriptor.Id, finding.Diagnostic.Location) is { } hash) fingerprints["staticReadinessLineHash/v1"] = hash;
        return fingerprints;
    }

    private static List<SarifLocation>? Related(ImmutableArray<CodeFlowStep> steps)
    {
        if (steps.IsEmpty) return null;
        var locations = new List<SarifLocation>();
        foreach (var step in steps) locations.Add(SarifLocations.Create(step.Location, locations.Count + 1, step.Message));
        return locations;
    }

    private static IReadOnlyList<SarifCodeFlow>? CodeFlows(ImmutableArray<CodeFlowStep> steps)
    {
        if (steps.IsEmpty) return null;
        var locations = steps.Select(static (step, depth) => new SarifThreadFlowLocation(SarifLocations.Create(step.Location, message: step.Message), depth));
        return [new SarifCodeFlow([new SarifThreadFlow([.. locations])])];
    }

    private static IReadOnlyList<SarifSuppression>? Suppressions(FindingSuppression? suppression)
    {
        if (suppression is null) return null;
        var kind = suppression.Source.EndsWith("comment", StringComparison.Ordinal) ? "inSource" : "external";
        var location = suppression.Location is { } place ? SarifLocations.Create(place) : null;
        return [new SarifSuppression(kind, suppression.Justification ?? $"No reason given ({suppression.Source}).", location)];
    }
}
