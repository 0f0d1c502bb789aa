using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>The dated table of packages that nobody maintains under their name.</summary>
internal static class AbandonedPackages
{
    private static readonly Lazy<FrozenDictionary<string, AbandonedPackage>> Packages = new(() =>
        EmbeddedTable.Read("abandoned-packages.tsv").ToFrozenDictionary(row => row[0], row => new AbandonedPackage(row[1], row[2], row[3])));

    /// <summary>What is known of a package (normalised name), or null.</summary>
    public static AbandonedPackage? Find(string name) => Packages.Value.GetValueOrDefault(name);
}
