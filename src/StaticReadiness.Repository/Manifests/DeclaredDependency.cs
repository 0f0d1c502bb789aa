using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Manifests;

/// <summary>One dependency as a manifest declares it.</summary>
public sealed class DeclaredDependency
{
    /// <summary>The normalised name (PEP 503).</summary>
    public required string Name { get; init; }

    /// <summary>What it demands of the version.</summary>
    public VersionConstraint Constraint { get; init; } = VersionConstraint.Any;

    public ImmutableArray<string> Extras { get; init; } = [];

    /// <summary>The environments it is for, or null for all.</summary>
    public Marker? Marker { get; init; }

    public required DependencyGroup Group { get; init; }

    public DependencySource Source { get; init; } = DependencySource.Index;

    /// <summary>Whether the line only limits a version (<c>-c</c> files, constraint tables) and asks for no installation.</summary>
    public bool IsConstraintOnly { get; init; }

    /// <summary>The hashes given beside it, as <c>algorithm:digest</c>.</summary>
    public ImmutableArray<string> Hashes { get; init; } = [];

    /// <summary>The file it stands in, relative to the repository's root.</summary>
    public required string File { get; init; }

    /// <summary>Its place in that file.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The same declaration with some of its parts replaced.</summary>
    internal DeclaredDependency With(
        VersionConstraint? constraint = null, ImmutableArray<string>? extras = null, Marker? marker = null, DependencyGroup? group = null,
        DependencySource? source = null, bool? isConstraintOnly = null, ImmutableArray<string>? hashes = null, TextSpan? span = null) => new()
        {
            Name = Name,
            Constraint = constraint ?? Constraint,
            Extras = extras ?? Extras,
            Marker = marker ?? Marker,
            Group = group ?? Group,
            Source = source ?? Source,
            IsConstraintOnly = isConstraintOnly ?? IsConstraintOnly,
            Hashes = hashes ?? Hashes,
            File = File,
            Span = span ?? Span,
        };

    internal static DeclaredDependency From(Requirement requirement, DependencyGroup group, string file, TextSpan span) => new()
    {
        Name = requirement.NormalizedName,
        Constraint = VersionConstraint.From(requirement.Specifiers),
        Extras = requirement.Extras,
        Marker = requirement.Marker,
        Group = group,
        Source = requirement.Url is { } url ? DependencySource.FromUrl(url) : DependencySource.Index,
        File = file,
        Span = span,
    };
}
