using System.Collections.Frozen;
using System.Collections.Immutable;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>Which distribution a module comes from, by a dated table and, where that is silent, by its name.</summary>
public static class ModuleDistributions
{
    /// <summary>Packages whose parts come from distributions of their own, named after the part.</summary>
    private static readonly FrozenSet<string> Namespaces = new[]
    {
        "airflow", "airflow.providers", "azure", "azure.ai", "azure.mgmt", "backports", "collective", "databricks", "google", "google.cloud", "jaraco", "lazr",
        "opentelemetry", "opentelemetry.instrumentation", "plone", "repoze", "ruamel", "snowflake", "sphinxcontrib", "zc", "zope",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<string>>> Table = new(() =>
        EmbeddedTable.Rows("module-distributions.tsv").ToFrozenDictionary(row => row[0], row => ImmutableArray.Create(row[1].Split('|')), StringComparer.Ordinal));

    private static readonly Lazy<ILookup<string, string>> ByDistribution = new(() =>
        Table.Value.SelectMany(row => row.Value.Select(distribution => (distribution, Module: row.Key)))
            .OrderBy(pair => pair.Module, StringComparer.Ordinal).ToLookup(pair => pair.distribution, pair => pair.Module, StringComparer.Ordinal));

    /// <summary>Whether the table knows a module, or a distribution of the same name.</summary>
    public static bool IsListed(string module) => Table.Value.ContainsKey(module) || ByDistribution.Value.Contains(PackageName.Normalize(module));

    /// <summary>Whether the table tells the modules of a distribution (normalised name).</summary>
    public static bool IsListedDistribution(string name) => ByDistribution.Value.Contains(name);

    /// <summary>The distributions that provide a dotted module, normalised, the likeliest first; any one of them declared will do.</summary>
    public static ImmutableArray<string> For(string module)
    {
        for (var prefix = module; prefix.Length > 0; prefix = Parent(prefix))
            if (Table.Value.TryGetValue(prefix, out var found)) return found;
        return FromName(module);
    }

    /// <summary>The modules a distribution provides: those of the table, else the one named like it.</summary>
    public static ImmutableArray<string> ModulesOf(string normalizedDistribution)
    {
        var modules = ByDistribution.Value[normalizedDistribution].ToImmutableArray();
        return modules.IsEmpty ? [normalizedDistribution.Replace('-', '_')] : modules;
    }

    private static ImmutableArray<string> FromName(string module)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var parts = module.Split('.');
        var owner = 1;
        while (owner < parts.Length && Namespaces.Contains(string.Join('.', parts[..owner]))) owner++;
        // A part of an unlisted namespace package may be a distribution too: the owner first, then what stands around it.
        for (var length = owner; length <= Math.Min(parts.Length, owner + 2); length++) names.Add(PackageName.Normalize(string.Join('-', parts[..length])));
        for (var length = owner - 1; length >= 1; length--) names.Add(PackageName.Normalize(string.Join('-', parts[..length])));
        return names.DrainToImmutable();
    }

    private static string Parent(string module) => module.LastIndexOf('.') is var dot && dot < 0 ? "" : module[..dot];
}
