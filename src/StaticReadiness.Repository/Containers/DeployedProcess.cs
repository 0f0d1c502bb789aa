using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Containers;

/// <summary>A process that a deployment file starts.</summary>
/// <param name="Path">The file that declares it.</param>
/// <param name="Name">The process type, unit, service or container.</param>
/// <param name="Commands">What it runs.</param>
/// <param name="Environment">The variables set for it in the same place.</param>
public sealed record DeployedProcess(
    string Path, SourceText Text, DeploymentKind Kind, string Name, TextSpan Span, ImmutableArray<ShellCommand> Commands, ImmutableArray<EnvironmentSetting> Environment);
