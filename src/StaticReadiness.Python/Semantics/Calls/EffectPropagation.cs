using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>Carries what functions do back to their callers until nothing changes.</summary>
internal static class EffectPropagation
{
    public static EffectKinds[] Run(ImmutableArray<CallSite>[] calls, List<CallSite>?[] callers)
    {
        var effects = new EffectKinds[calls.Length];
        var pending = new Stack<int>();
        for (var i = 0; i < calls.Length; i++)
        {
            foreach (var site in calls[i])
                if (site.Effect is not null && site.Mode is CallMode.Direct or CallMode.Dispatch) effects[i] |= SharedEffects.Of(site, calls[i], effects);
            if (effects[i] != EffectKinds.None) pending.Push(i);
        }

        while (pending.TryPop(out var index))
        {
            if (callers[index] is not { } sites) continue;
            foreach (var site in sites)
            {
                if (site.Mode is not (CallMode.Direct or CallMode.Dispatch)) continue;
                var caller = site.Caller.Index;
                var united = effects[caller] | SharedEffects.Of(site, calls[caller], effects);
                if (united == effects[caller]) continue;
                effects[caller] = united;
                pending.Push(caller);
            }
        }

        return effects;
    }
}
