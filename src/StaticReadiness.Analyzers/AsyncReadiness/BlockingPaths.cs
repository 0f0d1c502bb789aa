using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>The ways from code on the event loop to blocking calls through functions of the project.</summary>
internal static class BlockingPaths
{
    // Waiting on a lock or a local file is only worth a path through helpers when nothing else is.
    private const EffectKinds Strong = EffectKinds.Blocking & ~(EffectKinds.File | EffectKinds.Wait | EffectKinds.Input);

    private const EffectKinds Weak = EffectKinds.File | EffectKinds.Wait;

    /// <summary>The calls of synchronous functions that block in the end, the first of each function.</summary>
    public static IEnumerable<(CallSite Site, ImmutableArray<CallStep> Path)> Find(FunctionSymbol function, CallGraph graph) => Find(function, graph, EffectKinds.None);

    /// <summary>The calls of synchronous functions that end in one of the effects, the first of each function.</summary>
    /// <param name="kinds">The effects; none stands for all that block, the network before files and locks.</param>
    public static IEnumerable<(CallSite Site, ImmutableArray<CallStep> Path)> Find(FunctionSymbol function, CallGraph graph, EffectKinds kinds)
    {
        var seen = new HashSet<FunctionSymbol>();
        CallSite? last = null;
        foreach (var site in graph.GetCalls(function))
        {
            // A coroutine that is awaited answers for its own calls.
            if (site is not { Mode: CallMode.Direct or CallMode.Dispatch, Callee: { IsAsync: false } callee } || seen.Contains(callee)) continue;
            // Of the functions that one call may run, one stands for all.
            if (site.Mode == CallMode.Dispatch && last?.Node == site.Node) continue;
            if (callee.IsGenerator && !IsIterated(site)) continue;
            if (KnownArguments.None.Excludes(site.Node)) continue;
            if ((kinds == EffectKinds.None ? FindPath(site, graph) : FindPath(site, graph, kinds)) is { IsEmpty: false } path && seen.Add(callee)) yield return (last = site, path);
        }
    }

    /// <summary>The steps of a path as a reader follows them.</summary>
    /// <param name="site">The call that starts the path.</param>
    /// <param name="path">The calls that follow.</param>
    /// <param name="caller">How the message names the function the path starts in.</param>
    /// <param name="end">What the last call does, such as <c>blocks</c>.</param>
    public static ImmutableArray<CodeFlowStep> FlowOf(CallSite site, ImmutableArray<CallStep> path, string caller, string end = "blocks")
    {
        var flow = ImmutableArray.CreateBuilder<CodeFlowStep>(path.Length + 1);
        flow.Add(new CodeFlowStep(LoopCode.LocationOf(site), $"`{caller}` calls `{LoopCode.Written(site)}()`"));
        foreach (var step in path)
            flow.Add(new CodeFlowStep(LoopCode.LocationOf(step), step.Callee is null ? $"`{step.CalleeName}()` {end}" : $"calls `{LoopCode.ShortName(step.CalleeName)}()`"));
        return flow.ToImmutable();
    }

    /// <summary>The library call at the end of a path: whatever reaches it has the same cause.</summary>
    /// <param name="path">The path, at least one step.</param>
    /// <param name="statement">What is said of the call when several places reach it; <c>{0}</c> stands for their number.</param>
    public static SharedCause CauseOf(ImmutableArray<CallStep> path, string statement) => new(LoopCode.LocationOf(path[^1]), $"`{LoopCode.ShortName(path[^1].CalleeName)}()` {statement}");

    // Calling a generator function runs nothing of it; a loop over it does.
    private static bool IsIterated(CallSite site) =>
        site.Node.Parent is For or Comprehension or Starred or YieldFrom or WithItem || site.Node is not Call
        || (site.Node.Parent is Call { Function: Name { Identifier: "list" or "tuple" or "set" or "sorted" or "sum" or "next" or "dict" or "max" or "min" or "any" or "all" } });

    private static ImmutableArray<CallStep> FindPath(CallSite site, CallGraph graph)
    {
        var path = FindPath(site, graph, Strong);
        return path.IsEmpty ? FindPath(site, graph, Weak) : path;
    }

    // The shortest way that the arguments of the calls on it allow.
    private static ImmutableArray<CallStep> FindPath(CallSite start, CallGraph graph, EffectKinds kinds)
    {
        if ((graph.GetEffects(start) & kinds) == EffectKinds.None) return [];
        var visited = new HashSet<(FunctionSymbol, string)>();
        var queue = new Queue<(CallSite Site, KnownArguments Known, ImmutableList<CallSite> Path)>();
        queue.Enqueue((start, KnownArguments.Bind(start, KnownArguments.None), []));
        while (queue.TryDequeue(out var at))
        {
            var function = at.Site.Callee!;
            if (!visited.Add((function, at.Known.Key)) || LoopCode.AsksForLoop(function) || (kinds != EffectKinds.EventLoop && LoopCode.RunsLoop(function, graph))) continue;
            CallSite? last = null;
            foreach (var site in graph.GetCalls(function))
            {
                if (site.Mode is not (CallMode.Direct or CallMode.Dispatch) || at.Known.Excludes(site.Node)) continue;
                if (site.Callee is not null)
                {
                    if (last is null && (graph.GetEffects(site) & kinds) != EffectKinds.None) queue.Enqueue((site, KnownArguments.Bind(site, at.Known), at.Path.Add(site)));
                }
                else if (site is { Mode: CallMode.Direct, Effect: { } effect } && (effect.Kind & kinds) != EffectKinds.None && LoopCode.Matters(effect) && (last is null || effect.Weight > last.Effect!.Weight))
                {
                    // Of several calls in one function the heaviest tells most.
                    last = site;
                }
            }

            if (last is not null) return [.. at.Path.Add(last).Select(StepOf)];
        }

        return [];
    }

    private static CallStep StepOf(CallSite site) => new(site.Caller.Tree, LoopCode.LocationOf(site).Span, site.CalleeName, site.Callee, site.Effect);
}
