using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Packages that another one brings along as part of its own interface, by a dated table.</summary>
internal static class PackageFamilies
{
    private static readonly Lazy<ImmutableArray<(string Owner, FrozenSet<string> Members)>> Families = new(() =>
        [.. EmbeddedTable.Read("package-families.tsv").Select(row => (row[0], row[1].Split('|').ToFrozenSet()))]);

    /// <summary>Whether something declared brings one of the packages; extensions of a framework bring the framework.</summary>
    public static bool Brings(HashSet<string> declared, HashSet<string> wanted) =>
        Families.Value.Any(family => (declared.Contains(family.Owner) && family.Members.Any(wanted.Contains))
            || (wanted.Contains(family.Owner) && declared.Any(name => name.StartsWith($"{family.Owner}-", StringComparison.Ordinal))));

    /// <summary>Whether another declared package brings this one, so that its line only limits the version.</summary>
    public static bool IsBroughtBy(HashSet<string> declared, string name) => Families.Value.Any(family => family.Owner != name && declared.Contains(family.Owner) && family.Members.Contains(name));

    /// <summary>Whether the package is one that others usually bring along.</summary>
    public static bool IsMember(string name) => Families.Value.Any(family => family.Members.Contains(name));
}
