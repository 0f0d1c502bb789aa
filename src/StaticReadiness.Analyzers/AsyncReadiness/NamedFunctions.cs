using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>The functions of a project by their names: whether a call that seems to make a coroutine may run another function instead.</summary>
internal sealed class NamedFunctions
{
    private readonly ILookup<string, FunctionSymbol> plainMethods;
    private readonly HashSet<string> ambiguous = [];

    public NamedFunctions(CallGraph graph)
    {
        plainMethods = graph.Functions.Where(function => function is { IsMethod: true, IsCoroutine: false }).ToLookup(function => function.Name);
        var names = new HashSet<string>();
        foreach (var function in graph.Functions)
            if (!function.IsLambda && !names.Add(function.QualifiedName)) ambiguous.Add(function.QualifiedName);
    }

    /// <summary>False where two functions have the name, or a subclass does the work at once that the base class only promises.</summary>
    public bool IsSure(FunctionSymbol coroutine) =>
        !ambiguous.Contains(coroutine.QualifiedName)
        && !(coroutine.ContainingClass is { } owner && plainMethods[coroutine.Name].Any(other => other.ContainingClass is { } @class && @class != owner && @class.IsSubclassOf(owner.QualifiedName)));
}
