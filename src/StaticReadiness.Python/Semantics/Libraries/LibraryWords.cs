namespace StaticReadiness.Python.Semantics;

/// <summary>The words with which tables and settings write what is known about libraries.</summary>
public static class LibraryWords
{
    /// <summary>What a call does, in the words of <see cref="EffectKinds"/>.</summary>
    public static IReadOnlyDictionary<string, EffectKinds> Kinds { get; } = Index(Enum.GetValues<EffectKinds>().Where(kind => kind != EffectKinds.Blocking), WordOf);

    /// <summary>The word of one kind.</summary>
    public static string WordOf(EffectKinds kind) => kind == EffectKinds.EventLoop ? "event-loop" : kind.ToString().ToLowerInvariant();

    public static IReadOnlyDictionary<string, EffectWeight> Weights { get; } = Index(Enum.GetValues<EffectWeight>(), weight => weight.ToString().ToLowerInvariant());

    public static IReadOnlyDictionary<string, OffloadForm> Forms { get; } = Index(Enum.GetValues<OffloadForm>(), form => form.ToString().ToLowerInvariant());

    // a frozen dictionary of few values of an enumeration is compiled at start, which takes longer than all its look-ups
    private static Dictionary<string, T> Index<T>(IEnumerable<T> values, Func<T, string> word)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in values) index.Add(word(value), value);
        return index;
    }
}
