using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Questions rules ask of syntax nodes.</summary>
internal static class SyntaxExtensions
{
    /// <summary>The value of a keyword argument, or null.</summary>
    public static Expression? KeywordValue(this Call call, string name)
    {
        foreach (var keyword in call.Keywords)
            if (keyword.Name == name) return keyword.Value;
        return null;
    }

    /// <summary>An argument given by position or by name, or null.</summary>
    public static Expression? Argument(this Call call, int position, string name)
    {
        if (position >= 0 && position < call.Arguments.Length && !call.Arguments.Take(position + 1).Any(argument => argument is Starred))
            return call.Arguments[position];
        return call.KeywordValue(name);
    }

    /// <summary>Whether arguments are passed that cannot be read here: <c>*args</c> or <c>**kwargs</c>.</summary>
    public static bool HasUnpacking(this Call call) =>
        call.Keywords.Any(keyword => keyword.Name is null) || call.Arguments.Any(argument => argument is Starred);

    public static bool IsNone(this Expression? expression) => expression is Constant { ConstantKind: ConstantKind.None };

    public static bool IsTrue(this Expression? expression) => expression is Constant { ConstantKind: ConstantKind.True };

    public static bool IsFalse(this Expression? expression) => expression is Constant { ConstantKind: ConstantKind.False };

    public static string? StringValue(this Expression? expression) => (expression as Constant)?.StringValue;

    /// <summary>The last name of a dotted expression: <c>error</c> of <c>self.log.error</c>.</summary>
    public static string? LastName(this Expression? expression) => expression?.Kind switch
    {
        // asked of every call: two tests of a class take longer than one look at the kind
        SyntaxKind.Name => ((Name)expression).Identifier,
        SyntaxKind.Attribute => ((Attribute)expression).Name,
        _ => null,
    };

    /// <summary>The names of a dotted expression as written, or null when it is more than names: <c>self.log.error</c>.</summary>
    public static string? DottedName(this Expression? expression) => expression switch
    {
        Name name => name.Identifier,
        Attribute attribute when attribute.Value.DottedName() is { } value => $"{value}.{attribute.Name}",
        _ => null,
    };

    /// <summary>The strings of a literal list, tuple or set; other elements are left out.</summary>
    public static ImmutableArray<string> StringElements(this Expression? expression) => expression switch
    {
        Constant { StringValue: { } text } => [text],
        _ => [.. expression.Elements().Select(element => element.StringValue()).OfType<string>()],
    };

    /// <summary>The elements of a list, tuple or set display; empty for anything else.</summary>
    public static ImmutableArray<Expression> Elements(this Expression? expression) => expression switch
    {
        List list => list.Elements,
        Python.Syntax.Tuple tuple => tuple.Elements,
        Set set => set.Elements,
        _ => [],
    };

    /// <summary>The function whose body a node stands in, or null at module or class level.</summary>
    public static FunctionDef? EnclosingFunction(this SyntaxNode node) => node.FirstAncestor<FunctionDef>();

    /// <summary>A node and those around it, outwards, each with its parent.</summary>
    public static IEnumerable<(SyntaxNode Node, SyntaxNode Parent)> WithParents(this SyntaxNode node)
    {
        for (var inner = node; inner.Parent is { } outer; inner = outer) yield return (inner, outer);
    }

    /// <summary>Whether a node runs only under <c>if __name__ == "__main__"</c>.</summary>
    public static bool IsUnderMainGuard(this SyntaxNode node) =>
        node.Ancestors().OfType<If>().Any(guard => guard.Test is Compare { Left: Name { Identifier: "__name__" } });

    /// <summary>What runs when the statements do, the statements themselves included.</summary>
    public static NodeSequence DescendantsInScope(this ImmutableArray<Statement> statements) => NodeSequence.Of(statements);
}
