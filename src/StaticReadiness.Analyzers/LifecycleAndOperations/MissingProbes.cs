using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Reports workloads that nobody watches and nothing limits.</summary>
public sealed class MissingProbes : DiagnosticAnalyzer
{
    private const string Criterion = "lifecycle-and-operations/orchestrator";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1207",
        "missing-probes",
        "A workload has no probes or limits",
        "`{0}` has {1}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "lifecycle-and-operations",
        "orchestrator")
    {
        Cwe = [770],
        PeerIds = ["CKV_K8S_8", "CKV_K8S_9", "CKV_K8S_13"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no Kubernetes manifest and no compose file runs the application");
        foreach (var (file, manifest) in context.Project.Deployment.Kubernetes)
        {
            if (file.Name.Contains("patch", StringComparison.Ordinal) || DevelopmentPaths.Contains(file.Path) || file.Role != FileRoles.Application) continue;
            foreach (var workload in manifest.Workloads.Where(workload => workload.IsLongRunning))
                foreach (var container in workload.Containers.Where(IsWhole)) Examine(context, file, manifest, container);
        }

        foreach (var (file, compose) in context.Project.Deployment.ComposeFiles)
        {
            if (DevelopmentPaths.Contains(file.Path) || file.Role != FileRoles.Application) continue;
            foreach (var service in compose.Services.Where(IsOwnServer)) Examine(context, file, compose, service);
        }
    }

    private static void Examine(ProjectContext context, RepositoryFile file, KubernetesManifest manifest, KubernetesContainer container)
    {
        context.Examined();
        var lacks = new List<string>();
        // Only a server is sent traffic; a worker need not say that it is ready.
        if (container.Definition.ContainsKey("ports") || container.Commands.Any(command => ServerPrograms.IsForDevelopment(command) is not null))
        {
            if (!container.HasReadinessProbe) lacks.Add("no readiness probe");
            if (!container.HasLivenessProbe) lacks.Add("no liveness probe");
        }

        if (!container.HasMemoryLimit) lacks.Add("no memory limit");
        // A limit on the processor is a matter of taste; without a request the scheduler knows nothing.
        if (container.Definition.At("resources", "requests", "cpu") is null && container.Definition.At("resources", "limits", "cpu") is null) lacks.Add("no CPU request");
        var place = new Location(file.Path, manifest.Text, container.Span);
        if (lacks.Count == 0 && container.HasReadinessProbe) context.Prove(Criterion, place, $"`{container.Name}` has probes and limits");
        Report(context, place, container.Name, lacks);
    }

    private static void Examine(ProjectContext context, RepositoryFile file, ComposeFile compose, ComposeService service)
    {
        context.Examined();
        if (service.HasHealthCheck) context.Prove(Criterion, new Location(file.Path, compose.Text, service.NameSpan), $"`{service.Name}` has a health check");
        if (service.HasHealthCheck || context.Project.Deployment.Dockerfiles.Any(found => found.Dockerfile.FinalStage?.Last(DockerKeyword.Healthcheck) is not null)) return;
        Report(context, new Location(file.Path, compose.Text, service.NameSpan), service.Name, ["no health check"]);
    }

    // A patch of Kustomize names a container and changes a part of it.
    private static bool IsWhole(KubernetesContainer container) => container.Image is not null;

    // What is built here, is restarted when it ends and listens: an application in production, not a developer's tool.
    private static bool IsOwnServer(ComposeService service) =>
        service.BuildContext is not null && service.Definition.ContainsKey("ports") && service.Definition.GetString("restart") is "always" or "unless-stopped" or "on-failure"
        && !(service.Definition.GetString("extends") is not null || service.Definition.ContainsKey("extends"));

    private static void Report(ProjectContext context, Location location, string name, List<string> lacks)
    {
        if (lacks.Count > 0) context.Report(location, name, lacks.Count == 1 ? lacks[0] : $"{string.Join(", ", lacks.SkipLast(1))} and {lacks[^1]}");
    }
}
