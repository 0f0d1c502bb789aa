using System.Globalization;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Reporting.Sarif.Model;

namespace StaticReadiness.Reporting.Sarif;

/// <summary>The two taxonomies rules refer to: the dimensions of readiness, and the Common Weakness Enumeration.</summary>
internal sealed class SarifTaxonomies
{
    private const string DimensionsName = "StaticReadiness dimensions";
    private const string DimensionsGuid = "0d6ee5a4-6c58-4f7b-9b53-4c7b1b5a8f10";
    private const string CweName = "CWE";
    // The identifier that GitHub and CodeQL give to the CWE taxonomy.
    private const string CweGuid = "1a567403-868f-405e-92cf-771a9ece03a1";

    private readonly List<string> dimensions;
    private readonly List<int> weaknesses;
    private readonly Dictionary<string, string> titles;

    public SarifTaxonomies(Report report)
    {
        dimensions = [.. report.Rules.Select(static r => r.Dimension).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        weaknesses = [.. report.Rules.SelectMany(static r => r.Cwe).Distinct().Order()];
        titles = report.Projects.SelectMany(static p => p.Scorecard.Dimensions)
            .DistinctBy(static d => d.Id, StringComparer.Ordinal)
            .ToDictionary(static d => d.Id, static d => d.Title, StringComparer.Ordinal);
    }

    public IReadOnlyList<SarifToolComponentReference>? References()
    {
        List<SarifToolComponentReference> references = [];
        if (dimensions.Count > 0) references.Add(new(DimensionsName, 0, DimensionsGuid));
        if (weaknesses.Count > 0) references.Add(new(CweName, 1, CweGuid));
        return references.Count > 0 ? references : null;
    }

    public IReadOnlyList<SarifToolComponent>? Components()
    {
        List<SarifToolComponent> components = [];
        if (dimensions.Count > 0) components.Add(Dimensions());
        if (weaknesses.Count > 0) components.Add(Weaknesses());
        return components.Count > 0 ? components : null;
    }

    public IReadOnlyList<SarifRelationship> RelationshipsOf(string dimension, IEnumerable<int> cwe)
    {
        List<SarifRelationship> relationships = [Relate(dimension, dimensions.IndexOf(dimension), new(DimensionsName, 0, DimensionsGuid))];
        foreach (var number in cwe) relationships.Add(Relate(IdOf(number), weaknesses.IndexOf(number), new(CweName, 1, CweGuid)));
        return relationships;
    }

    public static string IdOf(int cwe) => string.Create(CultureInfo.InvariantCulture, $"CWE-{cwe}");

    private static SarifRelationship Relate(string id, int index, SarifToolComponentReference component) =>
        new(new SarifDescriptorReference(id, index, component), ["superset"]);

    private SarifToolComponent Dimensions() => new(DimensionsName)
    {
        Guid = DimensionsGuid,
        Organization = Product.Organization,
        IsComprehensive = false,
        ShortDescription = new SarifMessage("The dimensions of production readiness that rules contribute to.", null),
        Taxa = [.. dimensions.Select(d => new SarifReportingDescriptor(d) { ShortDescription = new SarifMessage(titles.GetValueOrDefault(d, d) + ".", null) })],
    };

    private SarifToolComponent Weaknesses() => new(CweName)
    {
        Guid = CweGuid,
        Organization = "MITRE",
        InformationUri = "https://cwe.mitre.org/",
        IsComprehensive = false,
        ShortDescription = new SarifMessage("The MITRE Common Weakness Enumeration.", null),
        Taxa =
        [
            .. weaknesses.Select(static w => new SarifReportingDescriptor(IdOf(w))
            {
                HelpUri = string.Create(CultureInfo.InvariantCulture, $"https://cwe.mitre.org/data/definitions/{w}.html"),
            }),
        ],
    };
}
