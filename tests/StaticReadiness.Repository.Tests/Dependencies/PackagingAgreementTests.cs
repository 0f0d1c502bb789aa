using System.Text.Json;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Tests.Dependencies;

/// <summary>Holds our answers against those of Python's <c>packaging</c>, written by Data/packaging-oracle.py.</summary>
public sealed class PackagingAgreementTests
{
    private static readonly Lazy<string[][]> Sample = new(() =>
        [.. File.ReadLines(Environment.GetEnvironmentVariable("PACKAGING_SAMPLE") ?? Path.Combine(AppContext.BaseDirectory, "Data", "packaging-sample.tsv")).Select(line => line.Split('\t'))]);

    [Fact]
    public void Versions_are_accepted_and_normalised_alike() =>
        Check("version", fields => PythonVersion.TryParse(fields[1], out var version) ? version.ToString() : "!");

    [Fact]
    public void Versions_are_ordered_alike() =>
        Check("compare", fields => Math.Sign(PythonVersion.Parse(fields[1]).CompareTo(PythonVersion.Parse(fields[2]))).ToString());

    [Fact]
    public void Specifier_sets_are_accepted_alike() =>
        Check("set", fields => VersionSpecifierSet.TryParse(fields[1], out _) == (fields[2] != "!") ? fields[2] : "accepted otherwise");

    [Fact]
    public void Specifier_sets_admit_the_same_versions() => Check("contains", fields =>
    {
        VersionSpecifierSet.TryParse(fields[1], out var set).ShouldBeTrue(fields[1]);
        bool? preReleases = fields[3] == "None" ? null : fields[3] == "True";
        return set.Allows(PythonVersion.Parse(fields[2]), preReleases) ? "True" : "False";
    });

    [Fact]
    public void Requirements_are_read_alike() => Check("requirement", fields => Requirement.TryParse(fields[1], out var requirement) ? Describe(requirement) : "!");

    [Fact]
    public void Markers_hold_in_the_same_environments() =>
        Check("marker", fields => Marker.TryParse(fields[1], out _) is { } marker ? JsonSerializer.Serialize(Evaluate(marker)) : "!");

    [Fact]
    public void Names_are_normalised_alike() => Check("name", fields => PackageName.Normalize(fields[1]));

    private static void Check(string kind, Func<string[], string> answer)
    {
        var cases = Sample.Value.Where(fields => fields[0] == kind).ToList();
        cases.Count.ShouldBeGreaterThan(100);
        var failures = cases.Select(fields => (Case: string.Join(" | ", fields[1..]), Ours: answer(fields), Theirs: fields[^1])).Where(c => c.Ours != c.Theirs).ToList();
        failures.Count.ShouldBe(0, $"{failures.Count} of {cases.Count} differ; first: {string.Join("\n", failures.Take(12))}");
    }

    private static string Describe(Requirement requirement) => JsonSerializer.Serialize(new object?[]
    {
        requirement.Name,
        requirement.Extras.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        requirement.Specifiers.Clauses.Select(clause => clause.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        requirement.Url,
        requirement.Marker is null ? null : Evaluate(requirement.Marker),
    }, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static bool[] Evaluate(Marker marker) => [.. Environments().Select(marker.Evaluate)];

    private static IEnumerable<MarkerEnvironment> Environments() =>
        Sample.Value.Where(fields => fields[0] == "environment").Select(fields => new MarkerEnvironment(JsonSerializer.Deserialize<Dictionary<string, string>>(fields[1])!));
}
