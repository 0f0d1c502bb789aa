using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Finds where the size or the recycling of a pool of connections is set.</summary>
internal static class PoolOptions
{
    private const string Criterion = "data-access/pool";

    private static readonly HashSet<string> Keywords =
        ["pool_size", "max_overflow", "pool_recycle", "pool_pre_ping", "pool_timeout", "poolclass", "max_connections", "maxPoolSize", "minPoolSize", "max_size", "min_size", "pool_min_size", "pool_max_size", "maxsize", "minsize", "pool_class"];

    private static readonly HashSet<string> Settings =
        ["CONN_MAX_AGE", "SQLALCHEMY_ENGINE_OPTIONS", "SQLALCHEMY_POOL_SIZE", "SQLALCHEMY_POOL_RECYCLE", "SQLALCHEMY_MAX_OVERFLOW", "SQLALCHEMY_POOL_TIMEOUT"];

    public static void Prove(RuleContext context, SyntaxNode node, SyntaxTree tree, SemanticModel model)
    {
        switch (node)
        {
            case Call call when call.Keywords.FirstOrDefault(keyword => keyword.Name is not null && Keywords.Contains(keyword.Name)) is { } keyword && Connections.OpenedBy(call, model) is { IsShared: true }:
                Prove(keyword, keyword.Name!);
                break;
            case Constant { StringValue: { } key } when Settings.Contains(key) && node.Parent is Dict or Subscript: Prove(node, key); break;
            case Name { Identifier: var name } when Settings.Contains(name) && node.Parent is Assign: Prove(node, name); break;
            case Keyword { Name: "conn_max_age" }: Prove(node, "conn_max_age"); break;
        }

        void Prove(SyntaxNode place, string option) => context.Prove(Criterion, new Location(tree.Path, tree.Text, place.Span), $"`{option}` is set");
    }
}
