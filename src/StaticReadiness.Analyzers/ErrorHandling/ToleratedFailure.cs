using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Recognises places where an error may be dropped: optional imports, best-effort cleanup, predicates, retries, and failures raised further down.</summary>
internal static class ToleratedFailure
{
    private static readonly HashSet<string> PredicateWords = ["is", "isok", "ok", "has", "can", "try", "valid", "validate", "check", "supports", "exists", "should", "looks", "maybe", "safe", "safely", "quietly", "silently", "suppress", "ignore", "best"];

    private static readonly HashSet<string> Conversions = ["int", "float", "str", "fromisoformat", "strptime", "ZoneInfo", "UUID", "Decimal"];

    private static readonly HashSet<string> ConversionParts = ["get", "group", "strip", "search", "match", "replace", "split", "lower"];

    public static bool Covers(Try statement, ExceptHandler handler) =>
        IsImport(statement.Body) || (handler.Type is not Python.Syntax.Tuple && IsConversion(statement.Body) && GivesValue(handler)) || statement.Body is [Raise] || IsCleanup(statement.Body) || ReturnsGivenDefault(handler) || IsInPredicate(statement) || FailsLater(statement) || IsAnsweredLater(statement, handler) || IsRetry(statement, handler);

    /// <summary>Whether all a block does is let go of things.</summary>
    public static bool IsCleanup(ImmutableArray<Statement> body) =>
        body.All(statement => statement is ExpressionStatement expression && QuietCode.IsCleanupCall(expression.Value)
            || statement is Delete or Pass || (statement is If { OrElse.IsEmpty: true } guard && IsCleanup(guard.Body)));

    // `def get(key, default=None)`: the caller asked for a value in place of an error.
    private static bool ReturnsGivenDefault(ExceptHandler handler) => handler.Body is [Return { Value: Name { Identifier: "default" or "fallback" or "otherwise" } }];

    private static bool IsImport(ImmutableArray<Statement> body) => body[0] is Import or ImportFrom;

    // `try: return int(text)`: nothing else can go wrong than the one thing the code foresees.
    private static bool IsConversion(ImmutableArray<Statement> body) =>
        body is [Assign { Targets: [Name], Value: Call } or Return { Value: Call }]
        && (body[0] is Assign assign ? assign.Value : ((Return)body[0]).Value) is Call { Function: var function, Arguments.IsEmpty: false } conversion && Conversions.Contains(function.LastName() ?? "")
        && conversion.DescendantsAndSelf().Count(node => node is Subscript) <= 1
        && conversion.DescendantsAndSelf().All(node => node is not (Await or Call) || node == conversion || node is Call part && ConversionParts.Contains(part.Function.LastName() ?? ""));

    // Nothing in the place of a value is a loss: a filter that vanishes, a line that is skipped.
    private static bool GivesValue(ExceptHandler handler) =>
        handler.Body is [Return or Assign] && (handler.Body[0] is Assign assign ? assign.Value : ((Return)handler.Body[0]).Value) is Name or UnaryOp or Call or Constant { ConstantKind: ConstantKind.Integer or ConstantKind.Float or ConstantKind.True or ConstantKind.False } or Constant { StringValue.Length: > 0 };

    private static bool IsInPredicate(Try statement) =>
        statement.EnclosingFunction() is { } function
        && (function.Name.EndsWith("_or_none", StringComparison.Ordinal) || function.Name.EndsWith("_or_default", StringComparison.Ordinal) || IdentifierWords.Split(function.Name).FirstOrDefault() is { } first && PredicateWords.Contains(first));

    /// <summary>Whether the statements behind the <c>try</c>, or behind the loop around it, raise.</summary>
    // `for backend in backends: try … except Exception: continue` with a raise behind the loop reports the failure in the end.
    public static bool FailsLater(Try statement)
    {
        SyntaxNode node = statement;
        while (node.Parent is If or For or While or With or Try) node = node.Parent;
        for (SyntaxNode current = statement; current != node.Parent && current.Parent is { } parent; current = parent)
        {
            if (current is For or While && parent.ChildNodes().Any(later => later.Start >= current.End && later is Raise)) return true;
            if (Following(parent, current) is { } next && (Ends(next) || next.DescendantsInScope().Any(Ends))) return true;
        }

        return false;
    }

    // `try: return HttpResponse() … except Exception: pass` with `return HttpResponse(status=500)` behind it.
    private static bool IsAnsweredLater(Try statement, ExceptHandler handler) =>
        handler.Body is [Pass] && Following(statement.Parent!, statement) is Return { Value: { } value } && !QuietCode.IsQuietValue(value)
        && value.DescendantsAndSelf().Any(node => node is Constant { ConstantKind: ConstantKind.Integer, Text: ['4' or '5', _, _] } || node is Constant { StringValue: { } text } && HandlingCalls.NamesFailure(text));

    private static bool Ends(SyntaxNode node) => node is Raise or Call { Function: Name { Identifier: "exit" } or Attribute { Name: "exit", Value: Name { Identifier: "sys" } } };

    private static Statement? Following(SyntaxNode parent, SyntaxNode child)
    {
        var siblings = parent.ChildNodes();
        var index = siblings.IndexOf(child);
        return index >= 0 && index + 1 < siblings.Length ? siblings[index + 1] as Statement : null;
    }

    private static bool IsRetry(Try statement, ExceptHandler handler)
    {
        var loop = statement.Ancestors().TakeWhile(node => node is not (FunctionDef or ClassDef)).FirstOrDefault(node => node is For or While);
        if (loop is null || handler.Body.Any(inner => inner is Break or Return)) return false;
        return loop is For { Iterable: Call { Function: Name { Identifier: "range" } } } && statement.Body.DescendantsInScope().Any(inner => inner is Return or Break)
            || loop is While { Body: var body } && body.DescendantsInScope().OfType<Call>().Any(call => call.Function.LastName() == "sleep");
    }
}
