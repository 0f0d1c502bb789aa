using System.Collections.Immutable;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>What a declaration demands of a version in whatever dialect it is written: alternatives, one of which must hold.</summary>
/// <param name="Text">The constraint as written; empty when there is none.</param>
/// <param name="Alternatives">The same in PEP 440's terms; more than one only for Poetry's <c>||</c>.</param>
public sealed record VersionConstraint(string Text, ImmutableArray<VersionSpecifierSet> Alternatives)
{
    public static VersionConstraint Any { get; } = new("", [VersionSpecifierSet.Any]);

    /// <summary>Whether one release alone satisfies each alternative.</summary>
    public bool IsExact => Alternatives.All(set => set.IsExact);

    public bool HasUpperBound => Alternatives.All(set => set.HasUpperBound);

    public bool HasLowerBound => Alternatives.All(set => set.HasLowerBound);

    /// <summary>Whether every version will do.</summary>
    public bool IsUnconstrained => Alternatives.Any(set => set.IsEmpty);

    public static VersionConstraint From(VersionSpecifierSet set) => set.IsEmpty ? Any : new VersionConstraint(set.ToString(), [set]);

    public bool Allows(PythonVersion version, bool? preReleases = null) => Alternatives.Any(set => set.Allows(version, preReleases));
}
