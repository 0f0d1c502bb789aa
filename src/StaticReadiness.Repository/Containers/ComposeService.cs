using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Containers;

/// <summary>A service of a compose file.</summary>
/// <param name="Definition">The service's mapping, for what is not read out here.</param>
public sealed record ComposeService(string Name, TextSpan NameSpan, ConfigurationMapping Definition)
{
    public string? Image => Definition.GetString("image");

    /// <summary>The directory an image is built from, relative to the compose file; null when the image is pulled.</summary>
    public string? BuildContext => Definition["build"] is { } build ? build.AsString() ?? Definition.GetString("build", "context") ?? "." : null;

    /// <summary>The Dockerfile named for the build, relative to the context.</summary>
    public string? BuildFile => Definition.GetString("build", "dockerfile");

    public required ImmutableArray<ShellCommand> Commands { get; init; }

    public required ImmutableArray<EnvironmentSetting> Environment { get; init; }

    public bool HasHealthCheck => Definition.GetMapping("healthcheck") is { } check && (check["disable"] as ConfigurationScalar)?.Boolean != true;

    public bool HasLimits => Definition.At("deploy", "resources", "limits") is not null || Definition["mem_limit"] is not null || Definition["cpus"] is not null;

    public string? StopGracePeriod => Definition["stop_grace_period"]?.AsText();
}
