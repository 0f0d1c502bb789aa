using System.Collections.Immutable;

namespace StaticReadiness.Repository.Manifests;

/// <summary>One installation of packages that a command line asks for.</summary>
public sealed class PipInstall
{
    /// <summary>The program as called, such as <c>pip</c>, <c>python -m pip</c>, <c>uv pip</c> or <c>poetry</c>.</summary>
    public required string Program { get; init; }

    public ImmutableArray<DeclaredDependency> Dependencies { get; init; } = [];

    /// <summary>The requirements and constraints files named, as written.</summary>
    public ImmutableArray<string> RequirementFiles { get; init; } = [];

    public ImmutableArray<string> ConstraintFiles { get; init; } = [];

    /// <summary>Paths that are installed, such as <c>.</c> or <c>./lib[test]</c>.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>The options, arguments joined by <c>=</c>.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Words that only a shell can resolve, such as <c>$PACKAGES</c>.</summary>
    public ImmutableArray<string> Unresolved { get; init; } = [];

    public bool HasOption(string name) => Options.Any(option => option == name || option.StartsWith($"{name}=", StringComparison.Ordinal));
}
