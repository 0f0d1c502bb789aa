using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>Whether a project limits how often clients may ask, by a library, a setting or middleware of its own.</summary>
internal sealed record RateLimiters(Location? Place, string? Name)
{
    private static readonly Dictionary<string, string> Known = EmbeddedTable.Read("rate-limiters.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    public static RateLimiters Of(Project project) => project.GetFact(static p => Find(p));

    private static RateLimiters Find(Project project)
    {
        foreach (var (tree, _) in ApplicationTrees.Of(project))
        {
            if (!tree.Text.Content.Contains("imit", StringComparison.Ordinal) && !tree.Text.Content.Contains("hrottl", StringComparison.Ordinal) && !tree.Text.Content.Contains("axes", StringComparison.Ordinal) && !tree.Text.Content.Contains("THROTTLE", StringComparison.Ordinal)) continue;
            foreach (var node in tree.Root.DescendantsAndSelf())
                if (NameOf(node) is { } name) return new RateLimiters(new Location(tree.Path, tree.Text, node.Span), name);
        }

        return new RateLimiters(null, null);
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        Import import => import.Names.Select(alias => alias.Name).FirstOrDefault(IsModule),
        ImportFrom { Module: { } module } => IsModule(module) ? module : null,
        Constant { StringValue: { } text, Parent: Dict or List or Python.Syntax.Tuple } when Known.GetValueOrDefault(text) == "setting" => text,
        Call call when call.Function.LastName() is { } name && Known.GetValueOrDefault(name) == "name" => name,
        Call call => call.Arguments.FirstOrDefault().LastName() is { } given && Known.GetValueOrDefault(given) == "name" ? given : null,
        _ => null,
    };

    private static bool IsModule(string module) => Known.GetValueOrDefault(module) == "module" || Known.GetValueOrDefault(ModuleNames.TopLevel(module)) == "module";
}
