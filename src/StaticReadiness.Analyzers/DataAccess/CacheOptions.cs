using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Finds where cached values are given a time to live.</summary>
internal static class CacheOptions
{
    private const string Criterion = "data-access/caching";

    public static void Prove(RuleContext context, SyntaxNode node, SyntaxTree tree)
    {
        switch (node)
        {
            case Call { Function: Python.Syntax.Attribute { Name: "setex" or "psetex" } }:
            case Call { Function: Python.Syntax.Attribute { Name: "set" or "aset" or "add", Value: var cache } } call when IsCache(cache) && LifetimeOf(call) is { } lifetime && !lifetime.IsNone():
            case Constant { StringValue: "TIMEOUT" } when node.Parent is Dict && IsOfCaches(node):
            case Name { Identifier: "CACHE_DEFAULT_TIMEOUT" } when node.Parent is Assign:
            case Call { Function: Name { Identifier: "cache_page" }, Arguments: [_, ..] }:
                context.Prove(Criterion, new Location(tree.Path, tree.Text, node.Span), "cached values expire");
                break;
        }
    }

    private static bool IsCache(Expression receiver) => receiver.LastName() is { } name && IdentifierWords.Split(name).Exists(word => word is "cache" or "redis");

    private static Expression? LifetimeOf(Call call) => call.KeywordValue("ex") ?? call.KeywordValue("px") ?? call.KeywordValue("timeout") ?? call.KeywordValue("ttl") ?? call.KeywordValue("expire");

    private static bool IsOfCaches(SyntaxNode key) => key.Ancestors().OfType<Assign>().Any(assign => assign.Targets is [Name { Identifier: "CACHES" }]);
}
