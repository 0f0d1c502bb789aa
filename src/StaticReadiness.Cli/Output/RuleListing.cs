using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Reporting;

namespace StaticReadiness.Cli.Output;

/// <summary>A rule as <c>rules --format json</c> shows it.</summary>
internal sealed record RuleListing(
    string Id, string Name, string Title, string Severity, string Precision, string Dimension, string Criterion, IReadOnlyList<int> Cwe, bool EnabledByDefault, IReadOnlyList<string> PeerIds)
{
    public static RuleListing Of(DiagnosticDescriptor rule) => new(
        rule.Id, rule.Name, rule.Title, Names.Of(rule.Severity), Names.Of(rule.Precision), rule.Dimension, rule.Criterion, rule.Cwe,
        rule.IsEnabledByDefault && rule.Precision != Analysis.Diagnostics.Precision.Preview, rule.PeerIds);
}
