using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>Who calls whom in a project, and what calling a function does in the end.</summary>
public sealed class CallGraph
{
    private readonly ImmutableArray<FunctionSymbol> functions;
    private readonly ImmutableArray<CallSite>[] calls;
    private readonly List<CallSite>?[] callers;
    private readonly EffectKinds[] effects;
    private readonly ConcurrentDictionary<(EffectKinds Kinds, EffectWeight AtLeast), Lazy<WitnessTable>> witnesses = new();

    private CallGraph(ImmutableArray<FunctionSymbol> functions, ImmutableArray<CallSite>[] calls)
    {
        this.functions = functions;
        this.calls = calls;
        callers = CollectCallers(calls);
        effects = EffectPropagation.Run(calls, callers);
    }

    /// <summary>All functions, methods and lambdas of the project and the top levels of its modules.</summary>
    public ImmutableArray<FunctionSymbol> Functions => functions;

    /// <summary>What a function runs, unless it is one that only tests run: functions of the project, and library functions of which an effect is known.</summary>
    public ImmutableArray<CallSite> GetCalls(FunctionSymbol function) => calls[function.Index];

    /// <summary>The places that run a function.</summary>
    public IReadOnlyList<CallSite> GetCallers(FunctionSymbol function) => callers[function.Index] ?? [];

    /// <summary>What running a function does, itself and through everything it runs in place.</summary>
    public EffectKinds GetEffects(FunctionSymbol function) => effects[function.Index];

    /// <summary>What a call does for certain; of a call that runs one of several functions, what all of them do.</summary>
    public EffectKinds GetEffects(CallSite site) => SharedEffects.Of(site, calls[site.Caller.Index], effects);

    /// <summary>
    /// A shortest path of calls made in place, from a function to a library call with one of the effects; empty when there is none.
    /// The first step is a call in the function's own body, the last one the library call.
    /// </summary>
    /// <param name="function">Where the path starts.</param>
    /// <param name="kinds">The effects looked for.</param>
    /// <param name="atLeast">The weight below which a library call does not count.</param>
    public ImmutableArray<CallStep> FindWitness(FunctionSymbol function, EffectKinds kinds, EffectWeight atLeast = EffectWeight.Light)
    {
        if ((effects[function.Index] & kinds) == EffectKinds.None) return [];
        var table = witnesses.GetOrAdd((kinds, atLeast), static (key, graph) => new Lazy<WitnessTable>(() => WitnessTable.Create(graph.calls, graph.callers, key.Kinds, key.AtLeast)), this).Value;
        return table.GetPath(function);
    }

    /// <summary>Looks into tests only where other code calls into them, or when all is asked for: nothing else that runs depends on what they call.</summary>
    internal static CallGraph Create(Compilation compilation, CancellationToken cancellationToken)
    {
        var all = new List<FunctionSymbol>();
        foreach (var module in compilation.Modules)
        {
            Add(module.Body);
            foreach (var function in module.Functions) Add(function);
        }

        void Add(FunctionSymbol function)
        {
            function.Index = all.Count;
            all.Add(function);
        }

        var calls = new ImmutableArray<CallSite>[all.Count];
        Array.Fill(calls, []);
        var properties = FindPropertyNames(all);
        var (now, left) = Divide(compilation.Modules, module => compilation.IncludesCallsOfTests || !module.IsTest);
        while (now.Length > 0)
        {
            Collect(compilation, now, properties, calls, cancellationToken);
            var entered = CalledModules(now, calls);
            (now, left) = Divide(left, entered.Contains);
        }

        return new CallGraph([.. all], calls);
    }

    private static void Collect(Compilation compilation, ModuleSymbol[] modules, HashSet<string> properties, ImmutableArray<CallSite>[] calls, CancellationToken cancellationToken) =>
        ParallelWork.Run(modules.Length, compilation.Jobs, () =>
        {
            var collector = new CallCollector(compilation, properties);
            return i =>
            {
                var module = modules[i];
                calls[module.Body.Index] = collector.Collect(module.Body);
                foreach (var function in module.Functions) calls[function.Index] = collector.Collect(function);
            };
        }, cancellationToken);

    private static (ModuleSymbol[] Chosen, ModuleSymbol[] Others) Divide(IEnumerable<ModuleSymbol> modules, Func<ModuleSymbol, bool> isChosen)
    {
        var divided = modules.ToLookup(isChosen);
        return ([.. divided[true]], [.. divided[false]]);
    }

    private static HashSet<ModuleSymbol> CalledModules(ModuleSymbol[] callers, ImmutableArray<CallSite>[] calls)
    {
        var called = new HashSet<ModuleSymbol>();
        foreach (var module in callers)
            foreach (var function in module.Functions.Prepend(module.Body))
                foreach (var site in calls[function.Index])
                    if (site.Callee is { } callee) called.Add(callee.Module);
        return called;
    }

    private static HashSet<string> FindPropertyNames(List<FunctionSymbol> functions)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var function in functions)
            if (function.IsMethod && function.Definition is { Decorators.IsEmpty: false } && function.IsProperty) names.Add(function.Name);
        return names;
    }

    private static List<CallSite>?[] CollectCallers(ImmutableArray<CallSite>[] calls)
    {
        var callers = new List<CallSite>?[calls.Length];
        foreach (var sites in calls)
            foreach (var site in sites)
                if (site.Callee is { } callee) (callers[callee.Index] ??= []).Add(site);
        return callers;
    }
}
