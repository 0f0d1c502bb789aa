using StaticReadiness.Analysis;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>The versions a project runs on, as far as its files say: the locked version, else the lowest one its manifests admit.</summary>
internal sealed class VersionsInUse
{
    private readonly Dictionary<string, PythonVersion> lowest = [];

    private VersionsInUse(Project project)
    {
        var dependencies = ProjectDependencies.Of(project);
        foreach (var package in dependencies.Locks.SelectMany(found => found.Packages))
            if (package.Version is { } version) Lower(package.Name, version);
        var locked = lowest.Keys.ToHashSet();
        foreach (var declared in dependencies.Manifests.SelectMany(manifest => manifest.Dependencies))
            if (!locked.Contains(declared.Name) && LowerBoundOf(declared.Constraint) is { } bound) Lower(declared.Name, bound);
        foreach (var manifest in dependencies.Manifests)
            if (VersionSpecifierSet.TryParse(manifest.RequiresPython, out var set) && LowerBoundOf(set) is { } python) Lower("python", python);
    }

    public static VersionsInUse Of(Project project) => project.GetFact(static p => new VersionsInUse(p));

    /// <summary>The lowest version in use of a distribution (normalised name), or of <c>python</c>; null when nothing says.</summary>
    public PythonVersion? Find(string name) => lowest.GetValueOrDefault(name);

    private static PythonVersion? LowerBoundOf(VersionConstraint constraint) =>
        constraint.Alternatives.Select(LowerBoundOf).OrderBy(version => version).FirstOrDefault();

    private static PythonVersion? LowerBoundOf(VersionSpecifierSet set) =>
        set.Clauses.Where(clause => clause.HasLowerBound && clause.Version is not null).Select(clause => clause.Version).OrderByDescending(version => version).FirstOrDefault();

    private void Lower(string name, PythonVersion version)
    {
        if (!lowest.TryGetValue(name, out var known) || version < known) lowest[name] = version;
    }
}
