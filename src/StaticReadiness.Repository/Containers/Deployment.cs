using System.Collections.Immutable;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Containers;

/// <summary>All that a repository says about how it is deployed.</summary>
public sealed class Deployment
{
    private const FileRoles Aside = FileRoles.Vendored | FileRoles.Test | FileRoles.Example;

    private Deployment()
    {
    }

    public required ImmutableArray<(RepositoryFile File, Dockerfile Dockerfile)> Dockerfiles { get; init; }

    public required ImmutableArray<(RepositoryFile File, ComposeFile Compose)> ComposeFiles { get; init; }

    public required ImmutableArray<(RepositoryFile File, KubernetesManifest Manifest)> Kubernetes { get; init; }

    /// <summary>The processes of every deployment file: what a container, service, unit or dyno runs.</summary>
    public required ImmutableArray<DeployedProcess> Processes { get; init; }

    public bool IsEmpty => Dockerfiles.IsEmpty && ComposeFiles.IsEmpty && Kubernetes.IsEmpty && Processes.IsEmpty;

    /// <summary>Reads the deployment files of a repository; those of tests, examples and third parties are left aside.</summary>
    public static Deployment Read(RepositoryFiles files, CancellationToken cancellation = default)
    {
        var dockerfiles = ImmutableArray.CreateBuilder<(RepositoryFile, Dockerfile)>();
        var composes = ImmutableArray.CreateBuilder<(RepositoryFile, ComposeFile)>();
        var manifests = ImmutableArray.CreateBuilder<(RepositoryFile, KubernetesManifest)>();
        var processes = ImmutableArray.CreateBuilder<DeployedProcess>();
        foreach (var file in files.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.IsPython || !IsDeploymentFile(file) || (file.Role & Aside) != FileRoles.None || !file.ReadText().TryGet(out var text)) continue;
            if (Dockerfile.IsDockerfile(file)) dockerfiles.Add((file, Dockerfile.Parse(text)));
            else if (ComposeFile.IsComposeFile(file)) composes.Add((file, ComposeFile.Parse(text)));
            else if (ProcessFiles.IsProcfile(file)) processes.AddRange(ProcessFiles.ReadProcfile(file.Path, text));
            else if (ProcessFiles.IsSystemdUnit(file)) processes.AddRange(ProcessFiles.ReadSystemdUnit(file.Path, text));
            else if (ProcessFiles.IsSupervisorFile(file)) processes.AddRange(ProcessFiles.ReadSupervisorFile(file.Path, text));
            else if (KubernetesManifest.IsManifest(text) && KubernetesManifest.Parse(text) is { Workloads.IsEmpty: false } manifest) manifests.Add((file, manifest));
        }

        processes.AddRange(dockerfiles.SelectMany(d => ProcessesOf(d.Item1.Path, d.Item2)));
        processes.AddRange(composes.SelectMany(c => ProcessesOf(c.Item1.Path, c.Item2)));
        processes.AddRange(manifests.SelectMany(m => ProcessesOf(m.Item1.Path, m.Item2)));
        return new Deployment
        {
            Dockerfiles = dockerfiles.DrainToImmutable(),
            ComposeFiles = composes.DrainToImmutable(),
            Kubernetes = manifests.DrainToImmutable(),
            Processes = processes.DrainToImmutable(),
        };
    }

    /// <summary>The part that lies in files a project sees.</summary>
    public Deployment Within(Func<string, bool> isSeen) => new()
    {
        Dockerfiles = [.. Dockerfiles.Where(found => isSeen(found.File.Path))],
        ComposeFiles = [.. ComposeFiles.Where(found => isSeen(found.File.Path))],
        Kubernetes = [.. Kubernetes.Where(found => isSeen(found.File.Path))],
        Processes = [.. Processes.Where(process => isSeen(process.Path))],
    };

    private static bool IsDeploymentFile(RepositoryFile file) =>
        Dockerfile.IsDockerfile(file) || ProcessFiles.IsProcfile(file) || ProcessFiles.IsSystemdUnit(file) || ProcessFiles.IsSupervisorFile(file)
        || ((file.Name.EndsWith(".yml", StringComparison.Ordinal) || file.Name.EndsWith(".yaml", StringComparison.Ordinal)) && !file.Directory.StartsWith(".github", StringComparison.Ordinal));

    private static IEnumerable<DeployedProcess> ProcessesOf(string path, Dockerfile file)
    {
        if (file.FinalStage is not { } stage) yield break;
        var environment = stage.AllInstructions.Where(i => i.Keyword == DockerKeyword.Env).SelectMany(i => i.Variables).Select(v => new EnvironmentSetting(v.Name, v.Value, v.Span)).ToImmutableArray();
        foreach (var instruction in new[] { stage.Last(DockerKeyword.Entrypoint), stage.Last(DockerKeyword.Cmd) })
            if (instruction is not null)
                yield return new DeployedProcess(path, file.Text, DeploymentKind.Dockerfile, stage.Name ?? "", instruction.Span, instruction.Commands, environment);
    }

    private static IEnumerable<DeployedProcess> ProcessesOf(string path, ComposeFile file) =>
        file.Services.Select(s => new DeployedProcess(path, file.Text, DeploymentKind.Compose, s.Name, s.NameSpan, s.Commands, s.Environment));

    private static IEnumerable<DeployedProcess> ProcessesOf(string path, KubernetesManifest file) =>
        from workload in file.Workloads
        from container in workload.Containers
        select new DeployedProcess(path, file.Text, DeploymentKind.Kubernetes, container.Name, container.Span, container.Commands, container.Environment);
}
