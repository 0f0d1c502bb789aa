using System.Runtime.CompilerServices;
using StaticReadiness.Testing.Fixtures;

namespace StaticReadiness.Analyzers.Tests.Fixtures;

/// <summary>Scans the troubled and exemplary twins; a twin joins by existing.</summary>
public class FixtureTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(ThisFolder(), "../../../fixtures/projects"));

    private static readonly string[] Names =
        [.. Directory.EnumerateDirectories(Folder).Where(folder => File.Exists(Path.Combine(folder, FixtureProject.ExpectedFile))).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Twins => [.. Names];

    [Theory]
    [MemberData(nameof(Twins))]
    public void A_twin_has_the_findings_and_scores_it_expects(string name)
    {
        var fixture = FixtureProject.Read(Path.Combine(Folder, name));
        var problems = FixtureReport.Compare(fixture, fixture.Analyze());
        if (problems.Length > 0) Assert.Fail($"\nfixtures/projects/{name}\n{problems}");
    }

    [Fact]
    public void Every_troubled_twin_has_an_exemplary_one()
    {
        FrameworksOf("-troubled").ShouldBe(FrameworksOf("-exemplary"));
    }

    private static IEnumerable<string> FrameworksOf(string ending) =>
        Names.Where(name => name.EndsWith(ending, StringComparison.Ordinal)).Select(name => name[..^ending.Length]);

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
