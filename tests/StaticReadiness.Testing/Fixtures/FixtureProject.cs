using System.Collections.Immutable;
using System.Text;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analyzers;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Toml;
using StaticReadiness.Testing.Markdown;

namespace StaticReadiness.Testing.Fixtures;

/// <summary>A small repository under <c>fixtures/projects</c> with the findings and scores that a scan of it must have.</summary>
/// <param name="Bounds">The lowest and the highest score of the dimensions that <c>expected.toml</c> names.</param>
public sealed record FixtureProject(
    string Name,
    ImmutableArray<(string Path, string Content)> Files,
    ImmutableArray<Expectation> Expectations,
    ImmutableDictionary<string, (double Low, double High)> Bounds)
{
    /// <summary>The file at a fixture's root that holds the scores, and the findings on files that cannot carry a comment.</summary>
    public const string ExpectedFile = "expected.toml";

    public bool IsExemplary => Name.EndsWith("-exemplary", StringComparison.Ordinal);

    /// <summary>Reads a fixture from its folder; the comments that tell what to expect are taken out of its files.</summary>
    public static FixtureProject Read(string folder)
    {
        var files = ImmutableArray.CreateBuilder<(string, string)>();
        var expectations = ImmutableArray.CreateBuilder<Expectation>();
        var bounds = ImmutableDictionary<string, (double, double)>.Empty;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (path == ExpectedFile) bounds = ReadExpected(File.ReadAllBytes(file), expectations);
            else files.Add((path, Strip(path, File.ReadAllText(file), expectations)));
        }

        return new FixtureProject(Path.GetFileName(folder), files.ToImmutable(), expectations.ToImmutable(), bounds);
    }

    /// <summary>The report of the whole catalogue over the fixture.</summary>
    public Report Analyze() => AnalysisDriver.Run(
        RepositoryFiles.InMemory(Files),
        new AnalysisOptions
        {
            Today = RuleTest.Today,
            Jobs = 1,
            Knowledge = LibraryTables.Knowledge,
            ApplicationConstructors = LibraryTables.ApplicationConstructors,
            IsVerbose = true,
        },
        RuleCatalogue.All);

    private static string Strip(string path, string content, ImmutableArray<Expectation>.Builder expectations)
    {
        var text = new StringBuilder(content.Length);
        var number = 0;
        foreach (var line in content.Split('\n'))
        {
            if (number++ > 0) text.Append('\n');
            text.Append(ExpectComment.Strip(line, out var rules));
            foreach (var rule in rules) expectations.Add(new Expectation(path, number, rule));
        }

        return text.ToString();
    }

    private static ImmutableDictionary<string, (double, double)> ReadExpected(ReadOnlySpan<byte> toml, ImmutableArray<Expectation>.Builder expectations)
    {
        var document = TomlDocument.Parse(toml);
        if (!document.Errors.IsEmpty) throw new FormatException($"{ExpectedFile}: {document.Errors[0]}");
        foreach (var finding in document.Root.GetSequence("findings")?.Mappings ?? [])
            expectations.Add(new Expectation(finding.GetString("path") ?? "", (int)(NumberOf(finding["line"]) ?? 0), finding.GetString("rule")!));
        var scores = document.Root.GetMapping("scores")?.Entries ?? [];
        return scores.ToImmutableDictionary(entry => entry.Key, entry => BoundsOf(entry.Value));
    }

    private static (double Low, double High) BoundsOf(ConfigurationNode node) =>
        node is ConfigurationSequence { Items: [var low, var high] } && NumberOf(low) is { } least && NumberOf(high) is { } most
            ? (least, most)
            : throw new FormatException($"{ExpectedFile}: bounds are written [lowest, highest]");

    private static double? NumberOf(ConfigurationNode? node) => (node as ConfigurationScalar) is { } scalar ? scalar.Number ?? scalar.Integer : null;
}
