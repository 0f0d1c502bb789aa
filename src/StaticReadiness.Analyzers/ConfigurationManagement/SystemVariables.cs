using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>The environment variables that the system, its shell or the platform sets, and no operator of the application.</summary>
internal static class SystemVariables
{
    private static readonly ILookup<string, string> Table = EmbeddedTable.Read("system-variables.tsv").ToLookup(row => row[1], row => row[0]);

    private static readonly HashSet<string> Names = [.. Table["name"]];

    private static readonly ImmutableArray<string> Starts = [.. Table["start"]];

    public static bool Contains(string name) => Names.Contains(name) || Starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));
}
