using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Containers;

/// <summary>A container of a Kubernetes workload.</summary>
/// <param name="Definition">The container's mapping, for what is not read out here.</param>
public sealed record KubernetesContainer(string Name, TextSpan Span, ConfigurationMapping Definition)
{
    public string? Image => Definition.GetString("image");

    public required ImmutableArray<ShellCommand> Commands { get; init; }

    public required ImmutableArray<EnvironmentSetting> Environment { get; init; }

    public bool HasLivenessProbe => Definition.ContainsKey("livenessProbe");

    public bool HasReadinessProbe => Definition.ContainsKey("readinessProbe");

    public bool HasStartupProbe => Definition.ContainsKey("startupProbe");

    public bool HasMemoryLimit => Definition.At("resources", "limits", "memory") is not null;

    public bool HasRequests => Definition.At("resources", "requests") is not null;
}
