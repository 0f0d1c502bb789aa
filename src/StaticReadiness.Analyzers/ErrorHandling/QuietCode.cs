using System.Collections.Immutable;
using StaticReadiness.Analyzers.ErrorHandling.Answers;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Recognises code that leaves no trace of an error: it only passes, jumps, or puts a constant in the place of a result.</summary>
internal static class QuietCode
{
    private static readonly HashSet<string> CleanupMethods =
        ["close", "aclose", "rollback", "cancel", "kill", "terminate", "disconnect", "shutdown", "stop", "unlink", "remove", "rmtree", "release", "clear", "pop", "expunge", "discard", "join", "unsubscribe", "flush", "reset", "dispose", "cleanup", "quit", "wait", "delete"];

    public static bool IsQuiet(ImmutableArray<Statement> body, SemanticModel model) => body.All(statement => IsQuiet(statement, model));

    /// <summary>Whether a call only lets go of something.</summary>
    public static bool IsCleanupCall(Expression expression) =>
        (expression is Await await ? await.Value : expression) is Call { Function: Attribute or Name } call && call.Function.LastName() is { } name
        && (CleanupMethods.Contains(name) || IdentifierWords.Split(name).Any(word => CleanupMethods.Contains(word)));

    private static bool IsQuiet(Statement statement, SemanticModel model) => statement switch
    {
        Pass or Continue or Break => true,
        Return { Value: Call answer } => IsQuietValue(answer) || (AnswerReader.IsSuccess(answer, model) && answer.Arguments.All(IsQuietValue) && answer.Keywords.All(keyword => (keyword.Name is null || !HandlingCalls.NamesFailure(keyword.Name)) && IsQuietValue(keyword.Value))),
        Return { Value: var value } => value is null || IsQuietValue(value),
        ExpressionStatement { Value: Constant } => true,
        ExpressionStatement { Value: var value } => IsCleanupCall(value) && (value is not Call call || HandlingCalls.KindOf(call, model) is null),
        Assign assign => assign.Targets.All(target => !NamesFailure(target)) && IsQuietValue(assign.Value),
        AnnAssign { Value: { } value } assign => !NamesFailure(assign.Target) && IsQuietValue(value),
        If branch => IsQuiet(branch.Body, model) && IsQuiet(branch.OrElse, model),
        _ => false,
    };

    private static bool NamesFailure(Expression target) => target switch
    {
        Name or Attribute => HandlingCalls.NamesFailure(target.LastName()!) || target.LastName()!.EndsWith("reason", StringComparison.Ordinal),
        Subscript { Index: Constant { StringValue: { } key } } => HandlingCalls.NamesFailure(key),
        Subscript subscript => NamesFailure(subscript.Value),
        _ => false,
    };

    // A constant that says "error" or an HTTP status of a failure tells the caller.
    private static bool IsQuietValue(Expression value) => value switch
    {
        Constant { ConstantKind: ConstantKind.Integer, Text: { Length: 3 } text } => text[0] is not ('4' or '5'),
        Constant { StringValue: { } text } => !HandlingCalls.NamesFailure(text) && !text.Contains('?'),
        Constant => true,
        Name or Attribute => !HandlingCalls.NamesFailure(value.LastName()!),
        UnaryOp unary => IsQuietValue(unary.Operand),
        Dict dict => dict.Keys.All(key => key is not null && IsQuietValue(key)) && dict.Values.All(IsQuietValue),
        List or Python.Syntax.Tuple or Set => value.Elements().All(IsQuietValue),
        Call { Arguments.IsEmpty: true, Keywords.IsEmpty: true, Function: Name { Identifier: "dict" or "list" or "set" or "tuple" or "str" } } => true,
        _ => false,
    };
}
