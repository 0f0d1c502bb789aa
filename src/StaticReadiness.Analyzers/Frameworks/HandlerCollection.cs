using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Gathers the functions that frameworks call, one entry a function; the first role found stays.</summary>
internal sealed class HandlerCollection
{
    private readonly Dictionary<FunctionSymbol, Handler> handlers = [];

    public Handler Add(FunctionSymbol function, Framework framework, HandlerRole role, HandlerPlace? place = null)
    {
        if (handlers.TryGetValue(function, out var known)) return known;
        var handler = new Handler(function, framework, role, place ?? (function.IsAsync ? framework.Asynchronous : framework.Synchronous));
        handlers.Add(function, handler);
        return handler;
    }

    public ImmutableArray<Handler> ToImmutable() =>
        [.. handlers.Values.OrderBy(handler => handler.Function.Tree.Path, StringComparer.Ordinal).ThenBy(handler => handler.Function.Node.Start)];
}
