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
        ["close", "aclose", "rollback", "cancel", "kill", "terminate", "disconnect", "shutdown", "stop", "unlink", "remove", "rmtree", "release", "clear", "pop", "expunge", "discard", "join", "unsubscribe", "flush", "reset", "dispose", "cleanup", "quit", "wait", "delete", "unbind", "detach", "logout", "unlock"];

    private const int WordsOfASentence = 4;

    private static readonly HashSet<string> SuccessWords = ["valid", "ok", "success", "successful", "succeeded", "healthy", "available", "connected", "alive", "reachable", "acquired", "installed", "supported", "done"];

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
        Assign assign => assign.Targets.All(target => !TellsFailure(target, assign.Value)) && IsQuietValue(assign.Value),
        AnnAssign { Value: { } value } assign => !TellsFailure(assign.Target, value) && IsQuietValue(value),
        If branch => IsQuiet(branch.Body, model) && IsQuiet(branch.OrElse, model),
        _ => false,
    };

    // `is_valid = False` and `reason = "unavailable"` keep what happened; `reason = value` is only data.
    private static bool TellsFailure(Expression target, Expression value) =>
        NamesFailure(target) || ((value.IsFalse() || value is Constant { ConstantKind: ConstantKind.Integer, Text: "0" }) && NamesSuccess(target)) || (value is Constant { StringValue: not null } && target.LastName()?.EndsWith("reason", StringComparison.Ordinal) == true);

    private static bool NamesSuccess(Expression named) =>
        (named is Subscript subscript ? subscript.Index.StringValue() : named.LastName() ?? named.StringValue()) is { } name && IdentifierWords.Split(name).Exists(SuccessWords.Contains);

    private static bool NamesFailure(Expression target) => target switch
    {
        Name or Attribute => HandlingCalls.NamesFailure(target.LastName()!),
        Subscript { Index: Constant { StringValue: { } key } } => HandlingCalls.NamesFailure(key),
        Subscript subscript => NamesFailure(subscript.Value),
        _ => false,
    };

    // `"not reachable"`, `"N/A"` and whole sentences are for the reader of the answer.
    private static bool SaysNo(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= WordsOfASentence ||
        text.Equals("n/a", StringComparison.OrdinalIgnoreCase) || IdentifierWords.Split(text).Exists(word => word is "not" or "unknown" or "unavailable" or "unreachable" or "cannot" or "unable" or "missing" or "could");

    // A constant that says "error" or an HTTP status of a failure tells the caller.
    public static bool IsQuietValue(Expression value) => value switch
    {
        Constant { ConstantKind: ConstantKind.Integer, Text: { Length: 3 } text } => text[0] is not ('4' or '5'),
        Constant { StringValue: { } text } => !HandlingCalls.NamesFailure(text) && !text.Contains('?') && !SaysNo(text),
        Constant => true,
        Name or Attribute => !HandlingCalls.NamesFailure(value.LastName()!) && !value.LastName()!.EndsWith("errors", StringComparison.Ordinal),
        UnaryOp unary => IsQuietValue(unary.Operand),
        Dict dict => dict.Keys.All(key => key is not null && IsQuietValue(key)) && dict.Values.All(IsQuietValue) && !dict.Keys.Zip(dict.Values).Any(pair => pair.Second.IsFalse() && NamesSuccess(pair.First!)),
        List or Python.Syntax.Tuple or Set => value.Elements().All(IsQuietValue),
        Call { Arguments.IsEmpty: true, Keywords.IsEmpty: true, Function: Name { Identifier: "dict" or "list" or "set" or "tuple" or "str" } } => true,
        _ => false,
    };
}
