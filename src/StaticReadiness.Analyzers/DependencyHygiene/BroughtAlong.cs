using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Locks;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>What packages bring along when they are installed, by a dated table taken from locks and by the project's own locks.</summary>
internal sealed class BroughtAlong
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Table = new(() =>
        EmbeddedTable.Read("brought-along.tsv").ToFrozenDictionary(row => row[0], row => row[1].Split('|'), StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> Members = new(() => Table.Value.Values.SelectMany(names => names).ToFrozenSet(StringComparer.Ordinal));

    private readonly Dictionary<string, string> broughtBy = new(StringComparer.Ordinal);

    private BroughtAlong(IEnumerable<string> declared, ILookup<string, string> locked)
    {
        var all = declared.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        HasUnknown = all.Exists(name => !IsKnown(name) && !locked.Contains(name));
        foreach (var owner in all)
        {
            var pending = new Stack<string>([owner]);
            while (pending.TryPop(out var name))
                foreach (var member in locked[name].Concat(Table.Value.GetValueOrDefault(name) ?? []))
                    if (member != owner && broughtBy.TryAdd(member, owner)) pending.Push(member);
        }
    }

    /// <summary>Whether something declared is a package of which nothing is known, so that it may bring anything.</summary>
    public bool HasUnknown { get; }

    public static BroughtAlong By(IEnumerable<string> declared, IEnumerable<LockFile> locks) =>
        new(declared, locks.SelectMany(found => found.Packages).SelectMany(package => package.Dependencies.Select(member => (package.Name, Member: member))
            .Concat(package.RequiredBy.Where(owner => owner.Length > 0 && owner[0] != '-').Select(owner => (Name: owner, Member: package.Name)))).ToLookup(pair => pair.Name, pair => pair.Member, StringComparer.Ordinal));

    /// <summary>Whether a lock that says who asks for what holds a package, so that nobody but the project asks for it where it names nobody.</summary>
    public static bool IsTold(string name, IEnumerable<LockFile> locks) =>
        locks.Any(found => found.Find(name).Any() && found.Packages.Any(package => !package.Dependencies.IsEmpty || !package.RequiredBy.IsEmpty));

    /// <summary>Whether the table has seen a package of that name.</summary>
    public static bool IsKnown(string name) => Table.Value.ContainsKey(name) || Members.Value.Contains(name);

    /// <summary>The declared package that brings this one along, or null.</summary>
    public string? OwnerOf(string name) => broughtBy.GetValueOrDefault(name);
}
