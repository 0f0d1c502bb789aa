using System.Text.Encodings.Web;
using System.Text.Json;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Reporting.Json;
using StaticReadiness.Reporting.Sarif.Model;

namespace StaticReadiness.Reporting.Sarif;

/// <summary>Writes a report as SARIF 2.1.0 (OASIS standard, errata 01).</summary>
public static class SarifReportWriter
{
    private static readonly SarifJsonContext Context = new(new JsonSerializerOptions(SarifJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void Write(Stream output, Report report, Verdict verdict, SarifOptions options)
    {
        var log = new SarifLog("2.1.0", [Run(report, verdict, options)]);
        JsonSerializer.Serialize(output, log, Context.SarifLog);
        output.WriteByte((byte)'\n');
    }

    private static SarifRun Run(Report report, Verdict verdict, SarifOptions options)
    {
        var taxonomies = new SarifTaxonomies(report);
        var rules = new SarifRules(taxonomies, options.HelpOf);
        var invocations = new SarifInvocations(report);
        var driver = new SarifToolComponent(Product.Name)
        {
            Organization = Product.Organization,
            InformationUri = Product.InformationUri,
            Version = report.ToolVersion,
            SemanticVersion = report.ToolVersion,
            Language = "en",
            ShortDescription = new SarifMessage("Finds what keeps a Python service from being ready for production, and scores it.", null),
            Rules = [.. report.Rules.Select(rules.Create)],
            Notifications = invocations.Descriptors(),
            SupportedTaxonomies = taxonomies.References(),
        };

        return new SarifRun(
            new SarifTool(driver),
            [invocations.Create(verdict)],
            "unicodeCodePoints",
            new Dictionary<string, SarifArtifactLocation>(StringComparer.Ordinal)
            {
                [SarifUri.Root] = new(null, null, new SarifMessage("The root of the scanned repository.", null)),
            },
            null,
            new SarifAutomationDetails("static-readiness/"),
            taxonomies.Components(),
            new SarifResults(report).Create(options.IncludePasses),
            new SarifRunProperties(report.Revision, ModelFactory.Projects(report)));
    }
}
