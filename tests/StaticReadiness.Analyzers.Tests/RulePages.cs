using System.Collections.Concurrent;
using StaticReadiness.Analyzers;
using StaticReadiness.Testing.Markdown;

namespace StaticReadiness.Analyzers.Tests;

/// <summary>The pages of the rules: help pages from the product, edge cases from this assembly.</summary>
internal static class RulePages
{
    private static readonly ConcurrentDictionary<string, MarkdownPage?> HelpPages = new();
    private static readonly ConcurrentDictionary<string, MarkdownPage?> CasePages = new();

    /// <summary>The page with its examples: what is under Bad and Good.</summary>
    public static MarkdownPage? HelpPageOf(string rule) => HelpPages.GetOrAdd(rule, static name =>
    {
        var analyzer = RuleCatalogue.Find(name)!;
        var page = MarkdownPage.Parse(PathOf("src/StaticReadiness.Analyzers", analyzer.GetType()), RuleCatalogue.HelpPageOf(analyzer));
        return page with { Cases = [.. page.Cases.Where(@case => IsUnder(@case, "Bad") || IsUnder(@case, "Good"))] };
    });

    public static MarkdownPage? EdgeCasesOf(string rule) => CasePages.GetOrAdd(rule, static name =>
    {
        var type = RuleCatalogue.Find(name)!.GetType();
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"{type.Name}.md");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return MarkdownPage.Parse(PathOf("tests/StaticReadiness.Analyzers.Tests", type), reader.ReadToEnd());
    });

    public static bool IsUnder(MarkdownCase @case, string section) =>
        @case.Title == section || @case.Title.StartsWith(section + " / ", StringComparison.Ordinal);

    private static string PathOf(string root, Type type) => $"{root}/{type.Namespace!.Split('.')[^1]}/{type.Name}.md";
}
