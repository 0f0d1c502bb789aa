using System.Text.RegularExpressions;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Analyzers;
using StaticReadiness.Testing.Markdown;

namespace StaticReadiness.Conventions.Tests;

public partial class RuleTests
{
    private const int FewestCases = 6;
    private static readonly string[] Sections = ["What it does", "Why it matters", "Bad", "Good", "When to ignore it", "Options", "References"];
    private static readonly IReadOnlyList<DiagnosticAnalyzer> Rules = RuleCatalogue.All;
    private static readonly ReadinessModel Model = ReadinessModel.Load();

    [Fact]
    public void Every_rule_is_in_the_catalogue()
    {
        var existing = typeof(RuleCatalogue).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).ToArray();
        existing.Except(Rules.Select(rule => rule.GetType())).Select(type => $"{type.Name} has no {type.Name}.md beside it: the help page makes it a rule").ShouldBeEmpty();
    }

    [Fact]
    public void Ids_and_names_are_unique_and_well_formed()
    {
        Rules.GroupBy(rule => rule.Descriptor.Id).Where(same => same.Count() > 1).Select(same => $"{same.Key} is taken twice").ShouldBeEmpty();
        Rules.GroupBy(rule => rule.Descriptor.Name).Where(same => same.Count() > 1).Select(same => $"{same.Key} is taken twice").ShouldBeEmpty();
        Faults(rule => Kebab().IsMatch(rule.Name) ? null : "the name is not in kebab case").ShouldBeEmpty();
        Rules.Where(rule => Pascal(rule.Descriptor.Name) != rule.GetType().Name).Select(rule => $"{rule.GetType().Name} should be called {Pascal(rule.Descriptor.Name)}, after its rule").ShouldBeEmpty();
    }

    [Fact]
    public void Ids_and_names_are_those_of_the_catalogue_of_rules()
    {
        var planned = Catalogue();
        Faults(rule => planned.GetValueOrDefault(rule.Id) == rule.Name ? null : $"the catalogue knows {rule.Id} as {planned.GetValueOrDefault(rule.Id) ?? "nothing"}: a new rule is added to Data/catalogue.txt").ShouldBeEmpty();
        Model.Dimensions.SelectMany(dimension => dimension.Criteria).SelectMany(criterion => criterion.Rules.Concat(criterion.Judges)).Distinct().Except(planned.Values)
            .Select(name => $"the model names the rule {name}, which the catalogue does not know").ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_feeds_the_criterion_it_names() => Faults(rule =>
    {
        var dimension = Model.Dimensions.FirstOrDefault(dimension => dimension.Id == rule.Dimension);
        if (dimension is null) return $"there is no dimension {rule.Dimension}";
        if (!rule.Id.StartsWith($"SR{dimension.Number:D2}", StringComparison.Ordinal)) return $"the id should begin with SR{dimension.Number:D2}";
        if (dimension.Criteria.FirstOrDefault(criterion => criterion.Id == rule.Criterion) is not { } criterion) return $"{rule.Dimension} has no criterion {rule.Criterion}";
        return criterion.Rules.Contains(rule.Name) ? null : $"the criterion {rule.Criterion} in {rule.Dimension}.toml does not list it";
    }).ShouldBeEmpty();

    [Fact]
    public void A_message_states_a_fact_without_a_full_stop()
    {
        Faults(rule => rule.MessageFormat.EndsWith('.') || rule.Title.EndsWith('.') ? "message and title end without a full stop" : null).ShouldBeEmpty();
        Faults(rule => rule.MessageFormat.Count(c => c == '`') % 2 == 0 ? null : "a backtick of the message is never closed").ShouldBeEmpty();
    }

    [Fact]
    public void An_option_is_named_in_kebab_case() =>
        Faults(rule => rule.Options.FirstOrDefault(option => !Kebab().IsMatch(option.Name)) is { } option ? $"the option {option.Name} is not in kebab case" : null).ShouldBeEmpty();

    [Fact]
    public void A_help_page_has_all_sections_in_their_order() => Rules.Select(rule =>
    {
        var page = MarkdownPage.Parse("", RuleCatalogue.HelpPageOf(rule));
        return page.Sections.SequenceEqual(Sections) ? null : $"{rule.GetType().Name}.md has the sections {string.Join(", ", page.Sections)}; a help page has {string.Join(", ", Sections)}";
    }).OfType<string>().ShouldBeEmpty();

    [Fact]
    public void Bad_examples_expect_the_rule_and_good_ones_nothing() => Rules.SelectMany(rule =>
    {
        var page = MarkdownPage.Parse("", RuleCatalogue.HelpPageOf(rule));
        var bad = page.Cases.Where(@case => @case.Title.Split(" / ")[0] == "Bad").ToArray();
        var good = page.Cases.Where(@case => @case.Title.Split(" / ")[0] == "Good").ToArray();
        return new[]
        {
            bad.Length > 0 && bad.All(@case => @case.Expectations.Any(expected => expected.Rule == rule.Descriptor.Name)) ? null : $"{rule.GetType().Name}.md: every example under Bad says `# expect: {rule.Descriptor.Name}`",
            good.Length > 0 && good.All(@case => @case.Expectations.IsEmpty) ? null : $"{rule.GetType().Name}.md: an example under Good expects nothing",
        };
    }).OfType<string>().ShouldBeEmpty();

    [Fact]
    public void Every_option_is_on_the_help_page() => Rules.SelectMany(rule =>
    {
        var page = RuleCatalogue.HelpPageOf(rule);
        return rule.Descriptor.Options.Where(option => !page.Contains($"`{option.Name}`")).Select(option => $"{rule.GetType().Name}.md does not tell of `{option.Name}`");
    }).ShouldBeEmpty();

    [Fact]
    public void Every_rule_has_at_least_six_edge_cases() => Rules.Select(rule =>
    {
        var path = $"tests/StaticReadiness.Analyzers.Tests/{rule.GetType().Namespace!.Split('.')[^1]}/{rule.GetType().Name}.md";
        if (!File.Exists(Path.Combine(House.Root, path))) return $"{path} is missing";
        var cases = MarkdownPage.Parse(path, House.Read(path)).Cases.Length;
        return cases >= FewestCases ? null : $"{path} has {cases} cases; {FewestCases} are the least";
    }).OfType<string>().ShouldBeEmpty();

    private static IEnumerable<string> Faults(Func<DiagnosticDescriptor, string?> faultOf) =>
        Rules.Select(rule => faultOf(rule.Descriptor) is { } fault ? $"{rule.Descriptor.Name}: {fault}" : null).OfType<string>();

    private static Dictionary<string, string> Catalogue()
    {
        using var stream = typeof(RuleTests).Assembly.GetManifestResourceStream("catalogue.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.StartsWith("SR", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')).ToDictionary(parts => parts[0], parts => parts[1]);
    }

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kebab();
}
