using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>The methods that the project's classes put in the place of abstract ones.</summary>
internal sealed class OverrideIndex
{
    // an interface with more implementations says little about any one call
    private const int MaximumOverrides = 16;

    private readonly Dictionary<FunctionSymbol, List<FunctionSymbol>> overrides = [];

    /// <summary>Looks through the classes of a project.</summary>
    /// <param name="modules">The modules of the project; what tests put in a class's place does not run in production.</param>
    public OverrideIndex(IEnumerable<ModuleSymbol> modules)
    {
        var promises = new Dictionary<ClassSymbol, List<FunctionSymbol>>();
        foreach (var module in modules)
        {
            if (module.IsTest) continue;
            foreach (var @class in module.Classes)
                foreach (var reference in @class.Mro)
                    if (reference.Symbol is { } owner && owner != @class) Add(@class, GetPromises(owner, promises));
        }
    }

    /// <summary>What runs in the place of an abstract method: one of these; empty when none is known or they are too many.</summary>
    public ImmutableArray<FunctionSymbol> Find(FunctionSymbol method) =>
        overrides.TryGetValue(method, out var found) && found.Count <= MaximumOverrides ? [.. found] : [];

    private static List<FunctionSymbol> GetPromises(ClassSymbol @class, Dictionary<ClassSymbol, List<FunctionSymbol>> known)
    {
        if (!known.TryGetValue(@class, out var promises)) known[@class] = promises = [.. @class.Methods.Where(method => method.IsAbstract)];
        return promises;
    }

    private void Add(ClassSymbol @class, List<FunctionSymbol> promises)
    {
        foreach (var promise in promises)
        {
            if (@class.FindMethod(promise.Name) is not { IsAbstract: false } found) continue;
            if (!overrides.TryGetValue(promise, out var list)) overrides[promise] = list = [];
            if (!list.Contains(found)) list.Add(found);
        }
    }
}
