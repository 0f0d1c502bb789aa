using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>What calls do that run one of several functions: only what all of them do is sure.</summary>
internal static class SharedEffects
{
    /// <summary>What a call site does, given what functions do.</summary>
    /// <param name="site">A site of the caller.</param>
    /// <param name="sites">All sites of the caller.</param>
    /// <param name="effects">What functions do, by their index.</param>
    public static EffectKinds Of(CallSite site, ImmutableArray<CallSite> sites, EffectKinds[] effects)
    {
        if (site.Mode != CallMode.Dispatch) return Alone(site, effects);
        var shared = ~EffectKinds.None;
        foreach (var alternative in sites)
            if (alternative.Mode == CallMode.Dispatch && alternative.Node == site.Node) shared &= Alone(alternative, effects);
        return shared;
    }

    /// <summary>True when every alternative of a site meets a condition.</summary>
    public static bool All(CallSite site, ImmutableArray<CallSite> sites, Func<CallSite, bool> condition)
    {
        foreach (var alternative in sites)
            if (alternative.Mode == CallMode.Dispatch && alternative.Node == site.Node && !condition(alternative)) return false;
        return true;
    }

    private static EffectKinds Alone(CallSite site, EffectKinds[] effects) =>
        site.Callee is { } callee ? effects[callee.Index] : site.Effect?.Kind ?? EffectKinds.None;
}
