using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>What is known of resources that have to be closed.</summary>
internal static class ClosableResources
{
    private static readonly FrozenDictionary<string, ClosableResource> Rows = EmbeddedTable.Read("closable-resources.tsv")
        .Select(row => new ClosableResource(row[0], row[1], [.. row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)]))
        .ToFrozenDictionary(resource => resource.Name);

    /// <summary>The last names of what makes them; spares resolving all other calls.</summary>
    public static FrozenSet<string> Makers { get; } = Rows.Keys.Select(LastName).ToFrozenSet();

    /// <summary>Every method that closes one of them, and those by which several are closed at once.</summary>
    public static FrozenSet<string> Closers { get; } = Rows.Values.SelectMany(row => row.Closers).ToFrozenSet();

    public static ClosableResource? Find(string? qualifiedName) => qualifiedName is null ? null : Rows.GetValueOrDefault(qualifiedName);

    private static string LastName(string dotted) => dotted[(dotted.LastIndexOf('.') + 1)..];
}
