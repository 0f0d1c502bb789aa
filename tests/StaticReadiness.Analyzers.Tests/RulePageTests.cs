using StaticReadiness.Analyzers;
using StaticReadiness.Testing;
using StaticReadiness.Testing.Markdown;

namespace StaticReadiness.Analyzers.Tests;

/// <summary>Runs every rule's help page and edge cases; a page joins by existing.</summary>
public class RulePageTests
{
    public static TheoryData<string, string> HelpPageCases => CasesOf(RulePages.HelpPageOf);

    public static TheoryData<string, string> EdgeCases => CasesOf(RulePages.EdgeCasesOf);

    [Theory]
    [MemberData(nameof(HelpPageCases), DisableDiscoveryEnumeration = true)]
    public void The_examples_of_the_help_page_hold(string rule, string title) => Check(rule, title, RulePages.HelpPageOf);

    [Theory]
    [MemberData(nameof(EdgeCases), DisableDiscoveryEnumeration = true)]
    public void The_edge_cases_hold(string rule, string title) => Check(rule, title, RulePages.EdgeCasesOf);

    private static void Check(string rule, string title, Func<string, MarkdownPage?> pageOf)
    {
        var page = pageOf(rule)!;
        var problem = RuleTest.Run(page.Name, page.Cases.First(@case => @case.Title == title), RuleCatalogue.Find(rule)!);
        if (problem is not null) Assert.Fail(problem);
    }

    private static TheoryData<string, string> CasesOf(Func<string, MarkdownPage?> pageOf)
    {
        var data = new TheoryData<string, string>();
        foreach (var rule in RuleCatalogue.All)
            foreach (var @case in pageOf(rule.Descriptor.Name)?.Cases ?? []) data.Add(rule.Descriptor.Name, @case.Title);
        return data;
    }
}
