using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>The start and stop hooks that frameworks have deprecated or removed.</summary>
internal static class LifecycleHooks
{
    private static readonly ILookup<string, (string Framework, string Form, string Since)> Hooks =
        EmbeddedTable.Read("lifecycle-hooks.tsv").ToLookup(row => row[0], row => (row[1], row[2], row[3]));

    public static bool IsHook(string name) => Hooks.Contains(name);

    /// <summary>Since when a framework deprecates a hook; null when it does not.</summary>
    public static string? DeprecatedSince(string name, string framework, string form)
    {
        foreach (var hook in Hooks[name])
            if (hook.Framework == framework && hook.Form == form) return hook.Since;
        return null;
    }
}
