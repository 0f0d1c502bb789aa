using System.Collections.Frozen;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>The top-level modules of Python's standard library, by version from 3.8 on.</summary>
public static class StandardLibrary
{
    private static readonly Lazy<FrozenDictionary<string, (PythonVersion? Since, PythonVersion? Removed)>> Modules = new(() =>
        EmbeddedTable.Rows("stdlib-modules.tsv").ToFrozenDictionary(row => row[0], row => (Version(row[1]), Version(row[2])), StringComparer.Ordinal));

    /// <summary>Whether some version from 3.8 on has the module.</summary>
    public static bool Contains(string topLevelModule) => Modules.Value.ContainsKey(topLevelModule);

    /// <summary>Whether a version of Python has the module.</summary>
    public static bool Contains(string topLevelModule, PythonVersion python) =>
        Modules.Value.TryGetValue(topLevelModule, out var range) && (range.Since is null || python >= range.Since) && (range.Removed is null || python < range.Removed);

    /// <summary>The version that removed the module, or null when it is still there or never was.</summary>
    public static PythonVersion? RemovedIn(string topLevelModule) => Modules.Value.TryGetValue(topLevelModule, out var range) ? range.Removed : null;

    private static PythonVersion? Version(string text) => text.Length == 0 ? null : PythonVersion.Parse(text);
}
