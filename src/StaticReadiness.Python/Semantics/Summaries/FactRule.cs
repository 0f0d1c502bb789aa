using System.Collections.Frozen;

namespace StaticReadiness.Python.Semantics;

/// <summary>Where facts of one kind come from, and through which calls they reach the callers.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Effects">The effects of library calls that make such a fact.</param>
/// <param name="Modes">The calls that carry it.</param>
internal sealed record FactRule(FactKind Kind, EffectKinds Effects, FrozenSet<CallMode> Modes)
{
    private static readonly FrozenSet<CallMode> InPlace = [CallMode.Direct, CallMode.Dispatch];
    private static readonly FrozenSet<CallMode> SoonerOrLater = [CallMode.Direct, CallMode.Dispatch, CallMode.Once, CallMode.Offloaded];

    private static readonly FrozenDictionary<FactKind, FactRule> Rules = new FactRule[]
    {
        new(FactKind.Blocks, EffectKinds.Blocking, InPlace) { HasEffectAsSubject = true },
        new(FactKind.Awaits, EffectKinds.None, InPlace) { IsOfCoroutines = true },
        new(FactKind.Spawns, EffectKinds.Spawn, SoonerOrLater),
        new(FactKind.Raises, EffectKinds.None, [CallMode.Direct, CallMode.Dispatch, CallMode.Once]) { EndsAtHandlers = true },
        new(FactKind.Opens, EffectKinds.None, SoonerOrLater),
        new(FactKind.ReadsEnvironment, EffectKinds.Environment, SoonerOrLater),
    }.ToFrozenDictionary(rule => rule.Kind);

    public static IEnumerable<FactRule> All => Rules.Values;

    /// <summary>Whether a <c>try</c> around the call can keep the fact from the caller.</summary>
    public bool EndsAtHandlers { get; private init; }

    /// <summary>Whether only coroutines that are awaited hand it on.</summary>
    public bool IsOfCoroutines { get; private init; }

    /// <summary>Whether facts are told apart by the effect that made them.</summary>
    public bool HasEffectAsSubject { get; private init; }

    public static FactRule Of(FactKind kind) => Rules[kind];

    public bool Carries(CallSite site) => Modes.Contains(site.Mode) && (!IsOfCoroutines || site.Callee is { IsAsync: true });
}
