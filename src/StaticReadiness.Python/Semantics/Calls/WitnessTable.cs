using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Semantics;

/// <summary>For one set of effects, the next call on a shortest path from each function to a library call that has one (a breadth-first search backwards).</summary>
internal sealed class WitnessTable
{
    private readonly CallSite?[] next;

    private WitnessTable(CallSite?[] next) => this.next = next;

    public static WitnessTable Create(ImmutableArray<CallSite>[] calls, List<CallSite>?[] callers, EffectKinds kinds, EffectWeight atLeast)
    {
        var next = new CallSite?[calls.Length];
        var queue = new Queue<int>();
        for (var i = 0; i < calls.Length; i++)
        {
            foreach (var site in calls[i])
            {
                if (site.Mode != CallMode.Direct || site.Effect is not { } effect || (effect.Kind & kinds) == EffectKinds.None || effect.Weight < atLeast) continue;
                // of several direct ones the heaviest tells most
                if (next[i]?.Effect is { } known && known.Weight >= effect.Weight) continue;
                next[i] = site;
            }

            if (next[i] is not null) queue.Enqueue(i);
        }

        // how near a function is to a library call, in the order of the search
        var ranks = new int[calls.Length];
        var rank = 0;
        while (queue.TryDequeue(out var index))
        {
            ranks[index] = ++rank;
            if (callers[index] is not { } sites) continue;
            foreach (var site in sites)
            {
                if (site.Mode is not (CallMode.Direct or CallMode.Dispatch) || next[site.Caller.Index] is not null) continue;
                if (site.Mode == CallMode.Dispatch && !SharedEffects.All(site, calls[site.Caller.Index], alternative => Reaches(alternative, next, kinds, atLeast))) continue;
                next[site.Caller.Index] = site.Mode == CallMode.Dispatch ? GetNearest(site, calls[site.Caller.Index], ranks) : site;
                queue.Enqueue(site.Caller.Index);
            }
        }

        return new WitnessTable(next);
    }

    private static CallSite GetNearest(CallSite site, ImmutableArray<CallSite> sites, int[] ranks) =>
        sites.Where(alternative => alternative.Mode == CallMode.Dispatch && alternative.Node == site.Node).MinBy(alternative => alternative.Callee is { } callee && ranks[callee.Index] is var rank and > 0 ? rank : alternative.Callee is null ? 0 : int.MaxValue)!;

    private static bool Reaches(CallSite site, CallSite?[] next, EffectKinds kinds, EffectWeight atLeast) =>
        site.Callee is { } callee ? next[callee.Index] is not null : site.Effect is { } effect && (effect.Kind & kinds) != EffectKinds.None && effect.Weight >= atLeast;

    public ImmutableArray<CallStep> GetPath(FunctionSymbol function)
    {
        var steps = ImmutableArray.CreateBuilder<CallStep>();
        for (FunctionSymbol? at = function; at is not null && next[at.Index] is { } site; at = site.Callee)
            steps.Add(new CallStep(site.Caller.Tree, GetSpan(site), site.CalleeName, site.Callee, site.Effect));
        return steps.ToImmutable();
    }

    private static TextSpan GetSpan(CallSite site) => site.Node.Span;
}
