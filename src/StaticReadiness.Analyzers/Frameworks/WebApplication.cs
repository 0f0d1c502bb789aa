using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>An application object of a web framework, or the settings that stand for one.</summary>
/// <param name="Name">The variable or factory it is known by, as it reads in a message.</param>
/// <param name="Location">Where it is created: the constructor, or the setting that names the URLconf.</param>
/// <param name="Role">The role of the file it is created in.</param>
public sealed record WebApplication(Framework Framework, string Name, Location Location, FileRoles Role)
{
    /// <summary>What the variable is known by across files; null for one that cannot be followed.</summary>
    internal string? Key { get; init; }

    /// <summary>The function that makes it, when it is not made at import.</summary>
    public FunctionSymbol? Factory { get; init; }

    /// <summary>True when another application of the project mounts it.</summary>
    public bool IsMounted { get; init; }

    /// <summary>Why its assembly cannot be followed, or null: what is absent from such an application is unknown.</summary>
    public string? DynamicReason { get; init; }

    public bool IsDynamic => DynamicReason is not null;

    /// <summary>The handlers of exceptions nobody foresaw that serve this application.</summary>
    public ImmutableArray<ExceptionBoundary> Boundaries { get; init; } = [];
}
