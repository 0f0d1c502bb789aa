using System.Collections.Immutable;
using StaticReadiness.Analyzers.ErrorHandling;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Recognises middleware that runs the rest of the application inside a broad <c>try</c>.</summary>
internal static class BoundaryShape
{
    private static readonly HashSet<string> NextNames = ["call_next", "handler", "app", "application", "next_handler", "next", "wsgi_app"];

    private static readonly HashSet<string> ParameterNames = ["call_next", "handler", "scope", "environ", "next_handler"];

    public static bool IsBoundary(FunctionDef function) =>
        (TakesNext(function.Parameters.Positional) || TakesNext(function.Parameters.PositionalOnly) || TakesNext(function.Parameters.KeywordOnly))
        && function.Body.DescendantsInScope().OfType<Try>().Any(CoversNext);

    private static bool CoversNext(Try statement) =>
        statement.Handlers.Any(handler => handler.IsBroad() && Answers(handler))
        && statement.Body.DescendantsInScope().OfType<Call>().Any(call => call.Function.LastName() is { } name && NextNames.Contains(name));

    // dropping the error leaves the client without an answer
    private static bool Answers(ExceptHandler handler) => handler.Body.DescendantsInScope().Any(node => node is Call or Raise);

    private static bool TakesNext(ImmutableArray<Parameter> parameters)
    {
        foreach (var parameter in parameters)
            if (ParameterNames.Contains(parameter.Name)) return true;
        return false;
    }
}
