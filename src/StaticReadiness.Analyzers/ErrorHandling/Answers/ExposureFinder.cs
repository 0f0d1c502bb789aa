using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>Finds where the text of a caught exception, or a traceback, gets into what a handler answers.</summary>
/// <param name="exception">The name the exception is bound to; null when it has none.</param>
internal sealed class ExposureFinder(string? exception, SemanticModel model)
{
    private const int Deepest = 3;

    private static readonly HashSet<string> Tracebacks = ["traceback.format_exc", "traceback.format_exception", "traceback.format_tb", "traceback.format_exception_only", "sys.exc_info"];

    private static readonly HashSet<string> Text = ["str", "repr", "format", "join", "dict", "list", "escape", "dumps", "encode", "strip", "replace", "splitlines", "jsonify", "type", "gettext", "_"];

    private static readonly HashSet<string> AnswerWords =
        ["response", "json", "jsonify", "render", "template", "error", "errors", "http", "abort", "fail", "failure", "problem", "bad", "internal", "result", "message", "exception", "reply", "make", "write", "finish", "redirect", "html", "text", "return", "detail"];

    private static readonly HashSet<string> DebugWords = ["debug", "development", "dev", "testing", "verbose", "staff", "superuser", "admin", "local"];

    /// <summary>The expressions that leak among what statements return, raise as an HTTP error or write to the response, with what they hold.</summary>
    public IEnumerable<Exposure> Find(ImmutableArray<Statement> statements)
    {
        foreach (var node in statements.DescendantsInScope())
        {
            var sent = node switch
            {
                // an exception is no answer in any framework: returned as it is, it fails once more
                Return { Value: Name bare } when bare.Identifier == exception => null,
                Return { Value: { } value } => value,
                Raise { Exception: Call raised } when IsHttpError(raised) => raised,
                ExpressionStatement { Value: Call { Function: Python.Syntax.Attribute { Name: "write" or "finish" or "send_error", Value: Name { Identifier: "self" } } } written } => written,
                ExpressionStatement { Value: Call call } when call.Function.LastName() is "abort" => call,
                _ => null,
            };
            if (sent is null || IsForDevelopers(node) || IsNarrowed(node)) continue;
            if (Leak(sent, 0) is { } leak) yield return new Exposure(leak.Place, leak.What, IsRefusal(sent));
        }
    }

    // `HTTPException(400, detail=str(error))`: the exception is most often about what the client sent.
    private static bool IsRefusal(Expression sent) => sent.DescendantsAndSelf().Any(node => node switch
    {
        Keyword { Name: "status" or "status_code" } keyword => AnswerReader.StatusOf(keyword.Value) is >= 400 and < 500,
        Constant { ConstantKind: ConstantKind.Integer, Text: ['4', _, _] } => true,
        Call call => call.Function.LastName() is "bad_request" or "BadRequest" or "HTTPBadRequest" or "HttpResponseBadRequest",
        _ => false,
    });

    private (Expression Place, string What)? Leak(Expression expression, int depth)
    {
        if (depth > 12) return null;
        switch (expression)
        {
            case Name name when name.Identifier == exception:
                return Shown(name);
            case Name name:
                return Assigned(name) is { } value && depth <= Deepest && Leak(value, depth + 1) is { } found ? (name, found.What) : null;
            case Call call when model.GetQualifiedName(call.Function) is { } qualified && Tracebacks.Contains(qualified):
                return (call, "the traceback");
            case Call call when !Passes(call):
                return null;
            case IfExp choice when NamesDebug(choice.Test):
                return null;
            case IfExp choice when AsksForClass(choice.Test):
                return Leak(choice.OrElse, depth + 1);
            case Compare or Subscript or Lambda:
                return null;
            case Python.Syntax.Attribute { Name: "args" or "message", Value: Name name } when name.Identifier == exception:
                return Shown(name);
            // `error.code`, `type(error).__name__`: a part that says little
            case Python.Syntax.Attribute:
                return null;
        }

        foreach (var child in Children(expression))
        {
            // `answer(error, request)`: what a function makes of the exception itself is its own affair.
            if (expression is Call call && child is Name whole && whole.Identifier == exception && !Shows(call)) continue;
            if (Leak(child, depth + 1) is { } leak) return leak;
        }

        return null;
    }

    private (Expression Place, string What)? Shown(Name name) => IsTypeOnly(name) ? null : (name, $"the text of `{name.Identifier}`, whatever it is");

    private static bool IsTypeOnly(Name name) => name.Parent is Call { Function: Name { Identifier: "type" or "isinstance" or "getattr" or "hasattr" or "status_of" } };

    private static IEnumerable<Expression> Children(Expression expression)
    {
        foreach (var child in expression.ChildNodes())
        {
            if (child is Expression inner && !(expression is Call call && inner == call.Function && inner is Name)) yield return inner is Python.Syntax.Attribute { Value: var receiver, Name: "format" or "join" or "splitlines" or "strip" or "replace" or "encode" } && expression is Call ? receiver : inner;
            else if (child is Keyword { Name: not ("exc_info" or "cause" or "exception" or "exc" or "error_class") } keyword) yield return keyword.Value;
        }
    }

    private static bool Passes(Call call) =>
        call.Function.LastName() is { } name && (Text.Contains(name) || IdentifierWords.Split(name).Any(AnswerWords.Contains));

    private static bool Shows(Call call) =>
        call.Function.LastName() is { } name && (Text.Contains(name) || IsHttpError(call) || name.EndsWith("Response", StringComparison.Ordinal) || name is "write" or "finish");

    private static bool IsHttpError(Call raised) =>
        raised.Function.LastName() is { } name && (name.StartsWith("HTTP", StringComparison.Ordinal) || name.StartsWith("Http", StringComparison.Ordinal) || name is "InternalServerError" or "BadRequest" or "APIException" or "SanicException" or "ServerError");

    private Expression? Assigned(Name name)
    {
        if (exception is not null && name.Identifier == exception) return null;
        // the nearest assignment above in the same block of code
        return name.Ancestors().OfType<ExceptHandler>().FirstOrDefault() is { } handler ? LastAssigned(handler.Body, name) : name.EnclosingFunction() is { } function ? LastAssigned(function.Body, name) : null;
    }

    private static Expression? LastAssigned(ImmutableArray<Statement> body, Name name) =>
        body.DescendantsInScope().OfType<Assign>().LastOrDefault(assign => assign.Start < name.Start && assign.Targets is [Name target] && target.Identifier == name.Identifier)?.Value;

    private static bool IsForDevelopers(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors().TakeWhile(ancestor => ancestor is not FunctionDef))
            if (ancestor is If guard && NamesDebug(guard.Test)) return true;
        return false;
    }

    // `if isinstance(error, HTTPException): return …`: inside, the exception is one that was foreseen.
    private bool IsNarrowed(SyntaxNode node) =>
        node.Ancestors().TakeWhile(ancestor => ancestor is not FunctionDef).OfType<If>().Any(guard => AsksForClass(guard.Test));

    private bool AsksForClass(Expression test) =>
        test.DescendantsAndSelf().OfType<Call>().Any(call => call.Function.LastName() is "isinstance" or "hasattr" && call.Arguments is [Name asked, ..] && asked.Identifier == exception);

    private static bool NamesDebug(Expression test) => test.DescendantsAndSelf().Any(node => node switch
    {
        Name or Python.Syntax.Attribute => IdentifierWords.Split(((Expression)node).LastName()!).Any(DebugWords.Contains),
        Constant { StringValue: { } text } => IdentifierWords.Split(text).Any(DebugWords.Contains),
        _ => false,
    });
}
