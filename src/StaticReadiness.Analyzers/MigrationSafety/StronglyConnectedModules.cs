using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Finds the strongly connected components of an import graph by Tarjan's algorithm, without recursion.</summary>
internal sealed class StronglyConnectedModules(ImportGraph graph)
{
    private readonly Dictionary<ModuleSymbol, int> index = [];
    private readonly Dictionary<ModuleSymbol, int> low = [];
    private readonly HashSet<ModuleSymbol> onStack = [];
    private readonly Stack<ModuleSymbol> stack = [];
    private readonly List<ImmutableArray<ModuleSymbol>> components = [];

    public ImmutableArray<ImmutableArray<ModuleSymbol>> Find()
    {
        foreach (var module in graph.Modules)
            if (!index.ContainsKey(module)) Visit(module);
        return [.. components.OrderBy(component => component[0].Tree.Path, StringComparer.Ordinal)];
    }

    private void Visit(ModuleSymbol root)
    {
        var work = new Stack<(ModuleSymbol Module, int Next)>();
        Enter(root);
        work.Push((root, 0));
        while (work.TryPop(out var frame))
        {
            var (module, next) = frame;
            var edges = graph.ImportsOf(module);
            if (next > 0) low[module] = Math.Min(low[module], LowOf(edges[next - 1].Target));
            var descended = false;
            for (; next < edges.Length && !descended; next++)
            {
                var target = edges[next].Target;
                if (index.ContainsKey(target))
                {
                    if (onStack.Contains(target)) low[module] = Math.Min(low[module], index[target]);
                    continue;
                }

                work.Push((module, next + 1));
                Enter(target);
                work.Push((target, 0));
                descended = true;
            }

            if (!descended) Leave(module);
        }
    }

    // a module that is finished and off the stack belongs to another component
    private int LowOf(ModuleSymbol module) => onStack.Contains(module) ? low[module] : int.MaxValue;

    private void Enter(ModuleSymbol module)
    {
        low[module] = index[module] = index.Count;
        stack.Push(module);
        onStack.Add(module);
    }

    private void Leave(ModuleSymbol module)
    {
        if (low[module] != index[module]) return;
        var component = ImmutableArray.CreateBuilder<ModuleSymbol>();
        ModuleSymbol member;
        do
        {
            member = stack.Pop();
            onStack.Remove(member);
            component.Add(member);
        }
        while (member != module);
        if (component.Count > 1) components.Add([.. component.OrderBy(found => found.Tree.Path, StringComparer.Ordinal)]);
    }
}
