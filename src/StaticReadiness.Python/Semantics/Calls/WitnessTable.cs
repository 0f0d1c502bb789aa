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

        while (queue.TryDequeue(out var index))
        {
            if (callers[index] is not { } sites) continue;
            foreach (var site in sites)
            {
                if (site.Mode != CallMode.Direct || next[site.Caller.Index] is not null) continue;
                next[site.Caller.Index] = site;
                queue.Enqueue(site.Caller.Index);
            }
        }

        return new WitnessTable(next);
    }

    public ImmutableArray<CallStep> GetPath(FunctionSymbol function)
    {
        var steps = ImmutableArray.CreateBuilder<CallStep>();
        for (FunctionSymbol? at = function; at is not null && next[at.Index] is { } site; at = site.Callee)
            steps.Add(new CallStep(site.Caller.Tree, GetSpan(site), site.CalleeName, site.Callee, site.Effect));
        return steps.ToImmutable();
    }

    private static TextSpan GetSpan(CallSite site) => site.Node.Span;
}
