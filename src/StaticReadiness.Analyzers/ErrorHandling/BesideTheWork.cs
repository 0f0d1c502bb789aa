using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Recognises work that must not disturb what matters more: letting go, what follows another failure, and reports to the makers of the program.</summary>
internal static class BesideTheWork
{
    private static readonly HashSet<string> LettingGo = ["close", "aclose", "cleanup", "shutdown", "teardown", "dispose", "disconnect", "discard", "terminate", "atexit"];

    private static readonly HashSet<string> SpecialMethods = ["__del__", "__exit__", "__aexit__", "clean_up", "_clean_up", "tear_down", "shut_down", "on_close", "on_exit"];

    private static readonly HashSet<string> Telemetry = ["telemetry", "analytics", "posthog", "mixpanel"];

    /// <summary>Whether a <c>try</c> or <c>with</c> stands where a failure of its body is beside the point.</summary>
    public static bool Contains(Statement statement, ImmutableArray<Statement> body, SyntaxTree tree, SemanticModel model) =>
        IsOnTheWayOut(statement, model) || IsNamedForLettingGo(statement) || IsTelemetry(statement, body, tree);

    // Behind a failure that is told, and in `finally`, a second one must not hide the first.
    private static bool IsOnTheWayOut(Statement statement, SemanticModel model)
    {
        SyntaxNode inner = statement;
        foreach (var outer in statement.Ancestors().TakeWhile(node => node is not (FunctionDef or ClassDef or Lambda)))
        {
            if (outer is ExceptHandler handler && (IsLastWord(statement) || handler.UsesException() || !QuietCode.IsQuiet([.. handler.Body.Where(other => other != inner)], model))) return true;
            if (outer is Try { FinalBody: var last } && inner is Statement direct && last.Contains(direct)) return true;
            inner = outer;
        }

        return false;
    }

    // `except Exception: try: request.finish() except Exception: pass`
    private static bool IsLastWord(Statement statement) => statement is Try { Body: [ExpressionStatement], Handlers: [{ Body: [Pass] }] };

    private static bool IsNamedForLettingGo(Statement statement) =>
        statement.EnclosingFunction() is { } function
        && (SpecialMethods.Contains(function.Name) || IdentifierWords.Split(function.Name) is [var first, ..] && LettingGo.Contains(first));

    private static bool IsTelemetry(Statement statement, ImmutableArray<Statement> body, SyntaxTree tree) =>
        IdentifierWords.Split(tree.Path).Exists(Telemetry.Contains)
        || statement.Ancestors().Any(owner => (owner is FunctionDef function ? function.Name : (owner as ClassDef)?.Name) is { } name && IdentifierWords.Split(name).Exists(Telemetry.Contains))
        || (body is [ExpressionStatement { Value: var value }] && (value is Await wait ? wait.Value : value) is Call call && call.Function.DottedName() is { } called && IdentifierWords.Split(called).Exists(Telemetry.Contains));
}
