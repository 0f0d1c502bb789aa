using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Reporting.Sarif.Model;

namespace StaticReadiness.Reporting.Sarif;

/// <summary>Rules as SARIF reporting descriptors.</summary>
internal sealed class SarifRules(SarifTaxonomies taxonomies, Func<string, string?> helpOf)
{
    public SarifReportingDescriptor Create(DiagnosticDescriptor rule)
    {
        var help = helpOf(rule.Id) ?? Sentence(rule.Title);
        return new SarifReportingDescriptor(rule.Id)
        {
            Name = Names.PascalCase(rule.Name),
            ShortDescription = new SarifMessage(Sentence(rule.Title), null),
            FullDescription = new SarifMessage(HelpPage.Introduction(help) ?? Sentence(rule.Title), null),
            HelpUri = Product.HelpUriOf(rule.Name),
            Help = new SarifMultiformatMessage(HelpPage.ToPlainText(help), help),
            DefaultConfiguration = new SarifReportingConfiguration(Names.Of(rule.Severity), rule.IsEnabledByDefault ? null : false),
            Relationships = taxonomies.RelationshipsOf(rule.Dimension, rule.Cwe),
            Properties = Properties(rule),
        };
    }

    private static SarifRuleProperties Properties(DiagnosticDescriptor rule)
    {
        List<string> tags = [rule.Name, rule.Dimension];
        // tags are a set in SARIF, and one dimension is called security
        if (!rule.Cwe.IsEmpty && !tags.Contains("security")) tags.Add("security");
        foreach (var cwe in rule.Cwe) tags.Add(string.Create(CultureInfo.InvariantCulture, $"external/cwe/cwe-{cwe:000}"));
        return new SarifRuleProperties(tags, rule.Precision == Precision.Preview ? "low" : Names.Of(rule.Precision))
        {
            ProblemSeverity = rule.Severity == DiagnosticSeverity.Note ? "recommendation" : Names.Of(rule.Severity),
            SecuritySeverity = rule.Cwe.IsEmpty ? null : SecuritySeverity(rule.Severity),
            Criterion = $"{rule.Dimension}/{rule.Criterion}",
        };
    }

    // The middle of the high, medium and low bands that code-scanning services make of the number.
    private static string SecuritySeverity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "8.0",
        DiagnosticSeverity.Warning => "5.5",
        _ => "2.0",
    };

    private static string Sentence(string title) => title.EndsWith('.') ? title : title + ".";
}
