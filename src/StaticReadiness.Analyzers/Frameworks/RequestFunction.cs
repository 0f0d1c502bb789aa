using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A function that requests run.</summary>
/// <param name="Handler">The handler the request enters by.</param>
/// <param name="Path">The calls from the handler to the function; empty for the handler itself.</param>
internal sealed record RequestFunction(FunctionSymbol Function, Handler Handler, ImmutableArray<CallSite> Path)
{
    /// <summary>The calls as a reader follows them, up to what the function does at the end.</summary>
    public ImmutableArray<CodeFlowStep> FlowTo(SyntaxNode end, string message)
    {
        var steps = Path.Select(site => new CodeFlowStep(PlaceOf(site.Caller, site.Node), $"`{site.Caller.Name}` calls `{site.Callee!.Name}()`"));
        return [.. steps, new CodeFlowStep(PlaceOf(Function, end), message)];
    }

    private static Location PlaceOf(FunctionSymbol function, SyntaxNode node) => new(function.Tree.Path, function.Tree.Text, node.Span);
}
