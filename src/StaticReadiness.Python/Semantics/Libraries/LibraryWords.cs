using System.Collections.Frozen;

namespace StaticReadiness.Python.Semantics;

/// <summary>The words with which tables and settings write what is known about libraries.</summary>
public static class LibraryWords
{
    /// <summary>What a call does, in the words of <see cref="EffectKinds"/>.</summary>
    public static FrozenDictionary<string, EffectKinds> Kinds { get; } = Enum.GetValues<EffectKinds>().Where(kind => kind != EffectKinds.Blocking)
        .ToFrozenDictionary(WordOf);

    /// <summary>The word of one kind.</summary>
    public static string WordOf(EffectKinds kind) => kind == EffectKinds.EventLoop ? "event-loop" : kind.ToString().ToLowerInvariant();

    public static FrozenDictionary<string, EffectWeight> Weights { get; } = Enum.GetValues<EffectWeight>().ToFrozenDictionary(weight => weight.ToString().ToLowerInvariant());

    public static FrozenDictionary<string, OffloadForm> Forms { get; } = Enum.GetValues<OffloadForm>().ToFrozenDictionary(form => form.ToString().ToLowerInvariant());
}
