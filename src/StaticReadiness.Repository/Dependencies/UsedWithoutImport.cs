using System.Collections.Frozen;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>The distributions that serve an application without an import of theirs, by a dated table.</summary>
public static class UsedWithoutImport
{
    private static readonly Lazy<(FrozenDictionary<string, UsageKind> Names, (string Prefix, string Suffix, UsageKind Kind)[] Patterns)> Table = new(Read);

    /// <summary>How a distribution serves without being imported, or null when nothing is known of it.</summary>
    public static UsageKind? Find(string normalizedName)
    {
        if (Table.Value.Names.TryGetValue(normalizedName, out var kind)) return kind;
        foreach (var (prefix, suffix, patternKind) in Table.Value.Patterns)
        {
            if (normalizedName.StartsWith(prefix, StringComparison.Ordinal) && normalizedName.EndsWith(suffix, StringComparison.Ordinal)
                && normalizedName.Length >= prefix.Length + suffix.Length) return patternKind;
        }

        return null;
    }

    private static (FrozenDictionary<string, UsageKind> Names, (string Prefix, string Suffix, UsageKind Kind)[] Patterns) Read()
    {
        var rows = EmbeddedTable.Rows("used-without-import.tsv").Select(row => (Name: row[0], Kind: KindOf(row[1]))).ToList();
        var patterns = rows.Where(row => row.Name.Contains('*')).Select(row => (row.Name[..row.Name.IndexOf('*')], row.Name[(row.Name.IndexOf('*') + 1)..], row.Kind)).ToArray();
        return (rows.Where(row => !row.Name.Contains('*')).ToFrozenDictionary(row => row.Name, row => row.Kind, StringComparer.Ordinal), patterns);
    }

    private static UsageKind KindOf(string word) => word switch
    {
        "server" or "server-part" => UsageKind.Server,
        "tool" => UsageKind.Tool,
        "plugin" => UsageKind.Plugin,
        "driver" => UsageKind.Driver,
        "accelerator" => UsageKind.Accelerator,
        "types" => UsageKind.Types,
        "backend" => UsageKind.BuildBackend,
        "application" => UsageKind.Application,
        _ => throw new InvalidDataException($"`{word}` is no kind of use"),
    };
}

/// <summary>How a distribution is used without being imported.</summary>
public enum UsageKind : byte { Server, Tool, Plugin, Driver, Accelerator, Types, BuildBackend, Application }
