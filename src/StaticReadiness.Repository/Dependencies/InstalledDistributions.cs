using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>Which distribution provides which module, by the metadata of a virtual environment that lies beside the project.</summary>
public sealed class InstalledDistributions
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> byModule;
    private readonly FrozenDictionary<string, ImmutableArray<string>> byDistribution;

    internal InstalledDistributions(IEnumerable<(string Distribution, string Module)> provided)
    {
        var pairs = provided.Distinct().OrderBy(pair => pair.Distribution, StringComparer.Ordinal).ThenBy(pair => pair.Module, StringComparer.Ordinal).ToList();
        byModule = pairs.GroupBy(pair => pair.Module, pair => pair.Distribution, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        byDistribution = pairs.GroupBy(pair => pair.Distribution, pair => pair.Module, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>No environment lies beside the project, or none that tells anything.</summary>
    public static InstalledDistributions None { get; } = new([]);

    /// <summary>The names of the distributions, normalised, in no order.</summary>
    public IReadOnlyCollection<string> Names => byDistribution.Keys;

    /// <summary>Reads the environments that lie in directories where a project begins; empty for files held in memory.</summary>
    public static InstalledDistributions Read(RepositoryFiles files, IEnumerable<string> directories, CancellationToken cancellation = default) =>
        files.PhysicalRoot is { } root ? new InstalledMetadataReader(root, cancellation).Read(directories) : None;

    /// <summary>The distributions that provide a dotted module: those installed that hold it, then what <see cref="ModuleDistributions"/> says.</summary>
    public ImmutableArray<string> For(string module)
    {
        var listed = ModuleDistributions.For(module);
        for (var prefix = module; prefix.Length > 0; prefix = prefix[..Math.Max(prefix.LastIndexOf('.'), 0)])
            if (byModule.TryGetValue(prefix, out var found)) return [.. found.Union(listed, StringComparer.Ordinal)];
        return listed;
    }

    /// <summary>The modules a distribution provides: those installed with it, then those that the table or its name tells.</summary>
    public ImmutableArray<string> ModulesOf(string normalizedDistribution)
    {
        var listed = ModuleDistributions.ModulesOf(normalizedDistribution);
        return byDistribution.TryGetValue(normalizedDistribution, out var found) ? [.. found.Union(listed, StringComparer.Ordinal)] : listed;
    }
}
