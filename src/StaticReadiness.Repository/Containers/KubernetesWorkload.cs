using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Containers;

/// <summary>A Kubernetes object that runs pods.</summary>
/// <param name="Kind">Deployment, StatefulSet, CronJob and so on.</param>
/// <param name="PodSpec">The specification of its pods, for what is not read out here.</param>
public sealed record KubernetesWorkload(
    string Kind, string Name, TextSpan Span, ConfigurationMapping PodSpec, ImmutableArray<KubernetesContainer> Containers, ImmutableArray<KubernetesContainer> InitContainers)
{
    /// <summary>Whether its pods run until they are stopped, so that probes mean something.</summary>
    public bool IsLongRunning => Kind is "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController";

    public string? TerminationGracePeriod => PodSpec["terminationGracePeriodSeconds"]?.AsText();
}
