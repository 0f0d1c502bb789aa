using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Locks;

/// <summary>One package a lock file pins.</summary>
public sealed class LockedPackage
{
    /// <summary>The normalised name (PEP 503).</summary>
    public required string Name { get; init; }

    /// <summary>The version as written; empty where the lock gives none (a dynamic version of a local project).</summary>
    public required string VersionText { get; init; }

    /// <summary>The version, or null when it is not PEP 440.</summary>
    public PythonVersion? Version { get; init; }

    /// <summary>The hashes of its files, as <c>algorithm:digest</c>.</summary>
    public ImmutableArray<string> Hashes { get; init; } = [];

    /// <summary>The names of the packages it asks for, normalised.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>The names of the packages, or the files, that ask for it; filled from the others' dependencies or from <c># via</c>.</summary>
    public ImmutableArray<string> RequiredBy { get; internal set; } = [];

    /// <summary>The groups or categories the lock puts it in, where it has them.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    public Marker? Marker { get; init; }

    public DependencySource Source { get; init; } = DependencySource.Index;

    public required string File { get; init; }

    /// <summary>The place of its name.</summary>
    public required TextSpan Span { get; init; }
}
