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

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0808",
        "no-continuous-integration",
        "No machine builds or tests the changes",
        "The repository configures no continuous integration",
        DiagnosticSeverity.Warning,
        Precision.High,
        "community-health",
        "process");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (FindPipeline(context.Project) is { } path)
            context.Prove("community-health/process", Location.OfFile(path), "continuous integration is configured");
        else if (CommunityFiles.LiesAbove(context))
            return;
        else
            context.Report(Location.Repository);
        context.Examined();
    }

    // An action that others may use is no pipeline of its own.
    private static string? FindPipeline(Project project) =>
        project.Pipelines.Pipelines.Where(pipeline => pipeline.Tool <= PipelineTool.Jenkins && RepositoryPath.NameOf(pipeline.Path) is not ("action.yml" or "action.yaml"))
            .MaxBy(pipeline => pipeline.Commands.Length)?.Path
        ?? project.Files.Files.FirstOrDefault(file => OtherFiles.Contains(file.Path) || OtherFolders.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))?.Path;
}
