using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>Tells how an answer in the place of a failure speaks of it.</summary>
internal static class FailureAnswers
{
    private static readonly HashSet<string> StatusMembers = ["status", "status_code", "status_int", "code"];

    private static readonly HashSet<string> StatusCalls = ["set_status", "send_error", "abort", "send_response", "setResponseCode", "start_response", "fail", "throw"];

    private static readonly HashSet<string> HandingWords = ["handle", "handler", "raise", "reraise", "abort", "fail", "process", "throw", "translate", "convert"];

    /// <summary>Whether statements set the status of a response apart from making it, also through a function they call.</summary>
    public static bool SetStatus(ImmutableArray<Statement> statements, SemanticModel model, int depth = 1) => statements.DescendantsInScope().Any(node => node switch
    {
        Assign assign => assign.Targets.Any(target => target is Python.Syntax.Attribute { Name: var name } && StatusMembers.Contains(name)),
        Call call when call.Function.LastName() is { } name && StatusCalls.Contains(name) => true,
        Call call when depth > 0 => model.ResolveFunction(call.Function) is { Definition: { } callee } function && SetStatus(callee.Body, model.Compilation.GetSemanticModel(function.Tree), depth - 1),
        _ => false,
    });

    /// <summary>Whether a clause gives its exception to a function that raises, or that may for all that is known.</summary>
    public static bool HandsToRaiser(ExceptHandler caught, SemanticModel model) => caught.Body.DescendantsInScope().OfType<Call>().Any(call =>
        call.Arguments.Any(argument => argument is Name given && given.Identifier == caught.Name)
        && (model.ResolveFunction(call.Function) is { Definition: { } callee } ? callee.Body.DescendantsInScope().Any(node => node is Raise)
            : call.Function.LastName() is { } name && IdentifierWords.Split(name).Any(HandingWords.Contains)));

    /// <summary>Whether a body says that something went wrong: by a word, a flag, or the caught exception itself.</summary>
    public static bool TellsFailure(Expression body, string? exception) => body.DescendantsAndSelf().Any(node => node switch
    {
        Constant { StringValue: { } text } => HandlingCalls.NamesFailure(text) || text.Contains("rror", StringComparison.Ordinal) || text.Contains("not ", StringComparison.Ordinal) || text.Contains("unavailable", StringComparison.OrdinalIgnoreCase),
        Name name => name.Identifier == exception || HandlingCalls.NamesFailure(name.Identifier),
        Keyword keyword => keyword.Name is { } given && (HandlingCalls.NamesFailure(given) || keyword.Value.IsFalse()),
        Dict dict => dict.Values.Any(value => value.IsFalse() || value is Constant { Text: "-1" or "fail" or "unhealthy" or "down" } || value is UnaryOp { Operand: Constant }),
        _ => false,
    });
}
