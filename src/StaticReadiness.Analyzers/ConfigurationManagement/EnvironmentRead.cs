using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>A place that reads one variable of the process's environment.</summary>
/// <param name="Key">The variable's name; null when it is computed.</param>
/// <param name="Default">What stands in for an absent variable; null when nothing does.</param>
/// <param name="IsRequired">Whether an absent variable raises at once: <c>os.environ["KEY"]</c>.</param>
internal sealed record EnvironmentRead(Expression Node, string? Key, Expression? Default, bool IsRequired)
{
    /// <summary>The read that an expression makes, or null.</summary>
    public static EnvironmentRead? Of(SyntaxNode node, SemanticModel model) => node switch
    {
        Call { Arguments: [var key, ..] } call when (call.Function.LastName() is "getenv" or "get" || MayBeAlias(call.Function, key)) && model.GetQualifiedName(call.Function) is "os.getenv" or "os.environ.get" or "os._Environ.get" =>
            new EnvironmentRead(call, key.StringValue(), call.Argument(1, "default"), false),
        Subscript { Context: ExpressionContext.Load } item when (item.Value.LastName() == "environ" || MayBeAlias(item.Value, item.Index)) && model.GetQualifiedName(item.Value) is "os.environ" or "os._Environ" =>
            new EnvironmentRead(item, item.Index.StringValue(), null, true),
        _ => null,
    };

    // `from os import getenv as read`: a bare name that is given what variables are called like.
    private static bool MayBeAlias(Expression function, Expression key) =>
        function is Name && key.StringValue() is { Length: > 1 } text && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
