using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Questions about <c>except</c> clauses.</summary>
internal static class ExceptHandlerExtensions
{
    /// <summary>The classes an <c>except</c> names, as written; empty for a bare one.</summary>
    public static ImmutableArray<Expression> CaughtTypes(this ExceptHandler handler) => handler.Type switch
    {
        null => [],
        Python.Syntax.Tuple tuple => tuple.Elements,
        var type => [type],
    };

    /// <summary>Whether the clause catches <c>Exception</c> or more.</summary>
    public static bool IsBroad(this ExceptHandler handler) =>
        handler.Type is null || handler.CaughtTypes().Any(type => type.LastName() is "Exception" or "BaseException");

    /// <summary>Whether the clause also catches <c>KeyboardInterrupt</c> and <c>SystemExit</c>, and no earlier clause took them away.</summary>
    public static bool CatchesExit(this ExceptHandler handler)
    {
        if (handler.Type is not null && !handler.CaughtTypes().Any(type => type.LastName() == "BaseException")) return false;
        return handler.Parent is not Try statement || !statement.Handlers.TakeWhile(earlier => earlier != handler)
            .SelectMany(earlier => earlier.CaughtTypes()).Any(type => type.LastName() is "KeyboardInterrupt" or "BaseException");
    }

    /// <summary>The culprit of a finding: the class caught, or the keyword of a bare clause.</summary>
    public static TextSpan CulpritSpan(this ExceptHandler handler) =>
        handler.Type?.Span ?? new TextSpan(handler.Start, "except".Length);

    /// <summary>Whether the body raises, on any path.</summary>
    public static bool Raises(this ExceptHandler handler) => handler.Body.DescendantsInScope().Any(node => node is Raise);

    /// <summary>Whether the body reads the name the exception is bound to.</summary>
    public static bool UsesException(this ExceptHandler handler) =>
        handler.Name is { } name && handler.Body.Any(statement => ReadsName(statement, name));

    /// <summary>Whether the body hands the exception to something other than a log: a future, a list, a callback, an attribute.</summary>
    public static bool HandsExceptionOn(this ExceptHandler handler) =>
        handler.Body.DescendantsInScope().Any(node => node switch
        {
            Assign assign => ReadsName(assign.Value, handler.Name!),
            Call { Function: Python.Syntax.Attribute { Name: "set_exception" or "append" or "put" or "put_nowait" or "throw" or "send" } } call => ReadsName(call, handler.Name!),
            Return { Value: { } value } => ReadsName(value, handler.Name!),
            _ => false,
        });

    /// <summary>Whether the body ends the process.</summary>
    public static bool EndsProcess(this ExceptHandler handler, SemanticModel model) =>
        handler.Body.DescendantsInScope().OfType<Call>().Any(call => HandlingCalls.KindOf(call, model) == "end");

    private static bool ReadsName(SyntaxNode node, string name) =>
        node is Name { Context: ExpressionContext.Load } found ? found.Identifier == name : node.ChildNodes().Any(child => ReadsName(child, name));
}
