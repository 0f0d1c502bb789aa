using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>The methods that the project's classes put in the place of those they inherit.</summary>
internal sealed class OverrideIndex
{
    // what so many have in common, the others have as well
    private const int MaximumOverrides = 64;

    private readonly Dictionary<FunctionSymbol, List<FunctionSymbol>> overrides = [];

    /// <summary>Looks through the classes of a project.</summary>
    /// <param name="modules">The modules of the project; what tests put in a class's place does not run in production.</param>
    public OverrideIndex(IEnumerable<ModuleSymbol> modules)
    {
        foreach (var module in modules)
        {
            if (module.IsTest) continue;
            foreach (var @class in module.Classes)
                if (@class.Mro.Length > 1) Add(@class);
        }
    }

    /// <summary>What can run in the place of a method that is called on an object of unknown class; empty when it is that method alone.</summary>
    public ImmutableArray<FunctionSymbol> Find(FunctionSymbol method) => overrides.TryGetValue(method, out var found) ? [.. found.Take(MaximumOverrides)] : [];

    // the first method of a name in the order of resolution is the one that runs
    private void Add(ClassSymbol @class)
    {
        var running = new Dictionary<string, FunctionSymbol>(StringComparer.Ordinal);
        foreach (var reference in @class.Mro)
        {
            if (reference.Symbol is not { } owner) continue;
            foreach (var method in owner.Methods)
                if (!running.TryAdd(method.Name, method) && running[method.Name] is var first && first.ContainingClass != owner) Add(method, first);
        }
    }

    private void Add(FunctionSymbol method, FunctionSymbol instead)
    {
        if (instead.IsAbstract) return;
        if (!overrides.TryGetValue(method, out var list)) overrides[method] = list = [];
        if (!list.Contains(instead)) list.Add(instead);
    }
}
