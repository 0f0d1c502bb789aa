using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>The table of APIs that their library has deprecated or removed.</summary>
internal static class DeprecatedApis
{
    private static readonly FrozenDictionary<string, DeprecatedApiEntry> Entries = Read();
    private static readonly FrozenSet<string> LastNames = Entries.Keys.Select(name => name[(name.LastIndexOf('.') + 1)..]).ToFrozenSet();

    /// <summary>Whether some entry ends in the name: the cheap question before a name is resolved.</summary>
    public static bool MayContain(string lastName) => LastNames.Contains(lastName);

    public static DeprecatedApiEntry? Find(string qualifiedName) => Entries.GetValueOrDefault(qualifiedName);

    /// <summary>The entry of a module or of a package around it, such as <c>distutils</c> for <c>distutils.core</c>.</summary>
    public static DeprecatedApiEntry? FindModule(string module)
    {
        for (var name = module; ; name = name[..name.LastIndexOf('.')])
        {
            if (Entries.TryGetValue(name, out var entry)) return entry;
            if (!name.Contains('.')) return null;
        }
    }

    private static FrozenDictionary<string, DeprecatedApiEntry> Read() => EmbeddedTable.Read("deprecated-apis.tsv")
        .Select(row => new DeprecatedApiEntry(row[0], row[1], PythonVersion.Parse(row[2]), row[3].Length == 0 ? null : PythonVersion.Parse(row[3]), row[4]))
        .ToFrozenDictionary(entry => entry.Name);
}
