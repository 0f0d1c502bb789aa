using System.Collections.Frozen;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>The top-level modules of Python's standard library, by version.</summary>
public static class StandardLibrary
{
    private static readonly Lazy<FrozenDictionary<string, (int First, int Last)>> Versions = new(Load);

    /// <summary>True when some version of Python 3 has the module.</summary>
    /// <param name="module">A dotted name; its first part decides.</param>
    public static bool Contains(string module) => Versions.Value.ContainsKey(GetTop(module));

    /// <summary>True when Python 3.<paramref name="minor"/> has the module.</summary>
    public static bool Contains(string module, int minor) =>
        Versions.Value.TryGetValue(GetTop(module), out var range) && minor >= range.First && minor <= range.Last;

    private static string GetTop(string module) => module.IndexOf('.') is var dot and > 0 ? module[..dot] : module;

    private static FrozenDictionary<string, (int First, int Last)> Load() =>
        LibraryTables.Read("stdlib.tsv").ToFrozenDictionary(row => row[0], row => (ParseMinor(row, row[1], 0), ParseMinor(row, row[2], int.MaxValue)), StringComparer.Ordinal);

    private static int ParseMinor(TableRow row, string version, int otherwise)
    {
        if (version.Length == 0) return otherwise;
        return version.StartsWith("3.", StringComparison.Ordinal) && int.TryParse(version.AsSpan(2), out var minor) ? minor : throw row.Error($"`{version}` is no version");
    }
}
