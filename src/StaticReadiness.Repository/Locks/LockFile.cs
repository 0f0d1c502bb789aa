using System.Collections.Immutable;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Locks;

/// <summary>What one lock file pins.</summary>
public sealed class LockFile
{
    /// <summary>The path relative to the repository's root, with forward slashes.</summary>
    public required string Path { get; init; }

    public required LockKind Kind { get; init; }

    /// <summary>The version of the lock's format as it says itself, or null.</summary>
    public string? FormatVersion { get; init; }

    /// <summary>The Python versions it was resolved for, as written, or null.</summary>
    public string? RequiresPython { get; init; }

    /// <summary>The hash of the manifest it was made from, or null where the format has none.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Whether its format is broken or unknown, so that no installer would take it.</summary>
    public bool IsRefused { get; init; }

    public ImmutableArray<LockedPackage> Packages { get; init; } = [];

    public ImmutableArray<ManifestNotice> Notices { get; init; } = [];

    /// <summary>The pins of a package, usually one; several where environments differ.</summary>
    public IEnumerable<LockedPackage> Find(string normalizedName) => Packages.Where(package => package.Name == normalizedName);
}
