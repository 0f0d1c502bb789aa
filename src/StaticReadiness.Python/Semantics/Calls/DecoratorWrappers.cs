using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>The functions that decorators of the project put around another one.</summary>
internal static class DecoratorWrappers
{
    /// <summary>The inner functions that run when the decorated function is called.</summary>
    public static IEnumerable<FunctionSymbol> Find(Compilation compilation, FunctionSymbol function) =>
        function.Definition is { Decorators.IsEmpty: false } definition ? Find(compilation, function, definition) : [];

    private static IEnumerable<FunctionSymbol> Find(Compilation compilation, FunctionSymbol function, FunctionDef definition)
    {
        var scope = function.Module.SymbolTable.GetEnclosingScope(definition.Decorators[0]);
        foreach (var decorator in definition.Decorators)
        {
            var value = compilation.Evaluator.Evaluate(decorator, scope);
            if (value?.Function is not { } decorating || decorating.IsMethod) continue;
            if (compilation.Evaluator.GetReturn(decorating, receiver: null) is { Kind: ValueKind.Function, Function: { } wrapper } && wrapper != function && wrapper.ContainingFunction == decorating) yield return wrapper;
        }
    }

    /// <summary>True when a decorator puts an <c>async def</c> in a plain function's place.</summary>
    public static bool MakesCoroutine(Compilation compilation, FunctionSymbol function) => Find(compilation, function).Any(w => w.IsAsync);
}
