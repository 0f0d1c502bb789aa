using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>The dated table of packages that serve development alone.</summary>
internal static class DevelopmentTools
{
    private static readonly Lazy<FrozenSet<string>> Names = new(() => EmbeddedTable.Read("development-tools.tsv").Select(row => row[0]).ToFrozenSet());

    public static bool Contains(string name) => Names.Value.Contains(name);
}
