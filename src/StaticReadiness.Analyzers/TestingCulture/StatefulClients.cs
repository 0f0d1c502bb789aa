using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>The constructors of clients that hold connections or state.</summary>
internal static class StatefulClients
{
    private static readonly Dictionary<string, string> Titles = EmbeddedTable.Read("stateful-clients.tsv").ToDictionary(row => row[0], row => row[1]);

    /// <summary>What a constructor makes, as it reads in a message; null for one that is not listed.</summary>
    public static string? TitleOf(string? qualifiedName) => qualifiedName is null ? null : Titles.GetValueOrDefault(qualifiedName);
}
