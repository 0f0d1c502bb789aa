using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Pipelines;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Reports repositories whose changes no machine checks.</summary>
public sealed class NoContinuousIntegration : DiagnosticAnalyzer
{
    private static readonly FrozenSet<string> OtherFiles = FrozenSet.Create(
        "appveyor.yml", ".appveyor.yml", ".cirrus.yml", ".cirrus.star", ".build.yml", ".zuul.yaml", "zuul.yaml", "buildspec.yml", "buildspec.yaml", "cloudbuild.yaml", "cloudbuild.yml", "cloudbuild.json",
        ".taskcluster.yml", "codefresh.yml", "wercker.yml", ".packit.yaml", "shippable.yml", ".woodpecker.yaml", "bamboo-specs/bamboo.yml", ".buildbot.yml", "azure-pipelines.yaml");

    private static readonly string[] OtherFolders =
        [".buildkite/", ".semaphore/", ".builds/", ".zuul.d/", ".teamcity/", ".tekton/", ".woodpecker/", ".forgejo/workflows/", ".gitea/workflows/", ".evergreen/", ".harness/", ".prow/"];

    private static readonly string[] BuildActions =
        ["docker/build-push-action", "docker/bake-action", "pypa/gh-action-pypi-publish", "pypa/cibuildwheel", "softprops/action-gh-release", "azure/k8s-deploy", "superfly/flyctl-actions"];

    private static readonly string[] BuildCommands =
        ["docker build", "docker buildx", "docker push", "docker compose build", "podman build", "buildah ", "kaniko", "python -m build", "twine upload", "poetry publish", "poetry build", "uv publish", "uv build", "hatch build", "flit publish", "helm upgrade", "kubectl apply", "kubectl set image", "goreleaser"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0808",
        "no-continuous-integration",
        "No machine builds or tests the changes",
        "The repository configures no continuous integration",
        DiagnosticSeverity.Warning,
        Precision.High,
        "community-health",
        "process")
    {
        IsAboutRepository = true,
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (FindBuild(context.Project.Pipelines) is { } build)
            context.Prove("lifecycle-and-operations/ci-cd", Location.OfFile(build), "a workflow builds or releases the product");
        if (FindPipeline(context.Project) is { } path)
            context.Prove("community-health/process", Location.OfFile(path), "continuous integration is configured");
        else if (CommunityFiles.LiesAbove(context))
            return;
        else
            context.Report(Location.Repository);
        context.Examined();
    }

    private static string? FindBuild(PipelineFiles pipelines) =>
        pipelines.Actions.FirstOrDefault(action => BuildActions.Any(name => action.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)))?.Path
        ?? pipelines.Commands.FirstOrDefault(command => command.IsContinuousIntegration && BuildCommands.Any(text => command.Text.Contains(text, StringComparison.Ordinal)))?.Path;

    // An action that others may use is no pipeline of its own.
    private static string? FindPipeline(Project project) =>
        project.Pipelines.Pipelines.Where(pipeline => pipeline.Tool <= PipelineTool.Jenkins && RepositoryPath.NameOf(pipeline.Path) is not ("action.yml" or "action.yaml"))
            .MaxBy(pipeline => pipeline.Commands.Length)?.Path
        ?? project.Files.Files.FirstOrDefault(file => OtherFiles.Contains(file.Path) || OtherFolders.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))?.Path;
}
