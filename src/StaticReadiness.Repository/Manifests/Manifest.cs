using System.Collections.Immutable;

namespace StaticReadiness.Repository.Manifests;

/// <summary>What one file declares about its project's dependencies.</summary>
public sealed class Manifest
{
    /// <summary>The path relative to the repository's root, with forward slashes.</summary>
    public required string Path { get; init; }

    public required ManifestKind Kind { get; init; }

    /// <summary>The project's name as written, or null.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The project's version where it stands literally, or null.</summary>
    public string? ProjectVersion { get; init; }

    /// <summary>The Python versions the project admits, as written (a specifier set, or Poetry's constraint), or null.</summary>
    public string? RequiresPython { get; init; }

    /// <summary>The fields of the project's metadata that its build backend computes.</summary>
    public ImmutableArray<string> Dynamic { get; init; } = [];

    public ImmutableArray<DeclaredDependency> Dependencies { get; init; } = [];

    /// <summary>Installer options and package sources.</summary>
    public ImmutableArray<ManifestOption> Options { get; init; } = [];

    /// <summary>The files this one takes declarations from.</summary>
    public ImmutableArray<ManifestInclude> Includes { get; init; } = [];

    /// <summary>The workspace's member patterns, for a root that has members.</summary>
    public ImmutableArray<string> WorkspaceMembers { get; init; } = [];

    /// <summary>The tables under <c>[tool]</c>.</summary>
    public ImmutableArray<string> Tools { get; init; } = [];

    public ImmutableArray<ManifestNotice> Notices { get; init; } = [];
}
