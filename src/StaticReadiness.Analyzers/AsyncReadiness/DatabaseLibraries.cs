using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>The libraries that speak to databases and stores, by the way they wait.</summary>
internal static class DatabaseLibraries
{
    private static readonly ImmutableArray<string[]> Rows = EmbeddedTable.Read("database-libraries.tsv");

    private static readonly FrozenSet<string> Asynchronous = Rows.Where(row => row[2] == "async").Select(row => row[0]).ToFrozenSet();

    private static readonly ILookup<string, string> ByModule = Rows.ToLookup(row => row[1], row => row[0]);

    /// <summary>Whether a distribution waits without holding the event loop up, whatever the code does with it.</summary>
    public static bool IsAsynchronous(string distribution) => Asynchronous.Contains(distribution);

    /// <summary>The distributions that bring a module.</summary>
    public static IEnumerable<string> DistributionsOf(string module) => ByModule[module];

    public static bool IsListed(string module) => ByModule.Contains(module);
}
