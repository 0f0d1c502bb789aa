using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Files;

/// <summary>Finds the directories in which an application carries third parties' packages along, under names such as <c>lib</c>.</summary>
internal sealed class BundledPackages
{
    /// <summary>How many well-known packages make a bundle; a single one may be an adapter named after what it adapts.</summary>
    private const int Enough = 5;

    private readonly Dictionary<string, HashSet<string>> known = [];

    /// <summary>Takes note of a file.</summary>
    /// <param name="path">Relative to the repository's root.</param>
    public void Add(string path)
    {
        if (!path.EndsWith(".py", StringComparison.Ordinal)) return;
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            var directory = path[..slash];
            if (!RoleNames.MaybeVendored.Contains(RepositoryPath.NameOf(directory))) continue;
            var rest = path.AsSpan(slash + 1);
            var end = rest.IndexOf('/');
            var module = (end < 0 ? rest[..^3] : rest[..end]).ToString();
            if (!ModuleDistributions.IsListed(module)) continue;
            if (!known.TryGetValue(directory, out var modules)) known[directory] = modules = [];
            modules.Add(module);
        }
    }

    public bool Contains(string directory) => known.TryGetValue(directory, out var modules) && modules.Count >= Enough;
}
