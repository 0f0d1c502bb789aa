using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.LifecycleAndOperations;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Pipelines;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports projects whose tests no pipeline runs.</summary>
public sealed class TestsNotInCi : DiagnosticAnalyzer
{
    private const string Criterion = "testing-culture/automation";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0613",
        "tests-not-in-ci",
        "No pipeline runs the tests",
        "The project has {0} tests and {1}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "testing-culture",
        "automation");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var suite = TestSuite.Of(context.Project);
        if (suite.Count == 0)
        {
            context.NotApplicable("no tests");
            return;
        }

        context.Examined();
        var pipelines = context.Project.Pipelines;
        if (pipelines.Commands.FirstOrDefault(command => command.IsContinuousIntegration && command.Commands.Any(TestRuns.RunsTests)) is { } run)
            ProveRun(context, new Location(run.Path, run.Source, run.Span), "a pipeline runs the tests");
        else if (pipelines.Actions.FirstOrDefault(action => action.Tool <= PipelineTool.Jenkins && TestRuns.RunsTests(action)) is { } action)
            ProveRun(context, new Location(action.Path, action.Source, action.Span), $"`{action.Name}` runs the tests");
        else if (context.Project.Files.Files.FirstOrDefault(IsOtherService) is { } other)
            context.Unknown($"`{other.Path}` cannot be read");
        else if (pipelines.Commands.FirstOrDefault(command => command.IsContinuousIntegration && command.Commands.Any(TestRuns.MayRunTests)) is { } indirect)
            context.Unknown($"what `{indirect.Path}` runs is written elsewhere");
        else if (pipelines.Actions.FirstOrDefault(action => action.Tool <= PipelineTool.Jenkins && TestRuns.MayRunTests(action)) is { } foreign)
            context.Unknown($"what `{foreign.Name}` runs is written in another repository");
        else Report(context, suite, pipelines);
    }

    private static void ProveRun(ProjectContext context, Location place, string text)
    {
        context.Prove(Criterion, place, text);
        if (TestMatrix.Find(context.Project) is { } matrix) context.Prove(Criterion, matrix.Place, matrix.Text);
        if (CoverageThreshold.Find(context.Project) is { } threshold) context.Prove("testing-culture/present", threshold.Place, threshold.Text);
    }

    private static void Report(ProjectContext context, TestSuite suite, PipelineFiles pipelines)
    {
        var first = pipelines.Pipelines.FirstOrDefault(pipeline => pipeline.Tool <= PipelineTool.Jenkins);
        if (first is null) context.Report(Location.Repository, suite.Count, "no pipeline at all");
        else context.Report(Location.OfFile(first.Path), suite.Count, $"no pipeline runs them: `{first.Path}` does other work");
    }

    /// <summary>Whether a file configures a service whose commands are not read.</summary>
    private static bool IsOtherService(RepositoryFile file) =>
        file.Name is "appveyor.yml" or ".appveyor.yml" or ".cirrus.yml" or ".cirrus.star" or ".zuul.yaml" or "zuul.yaml" or ".semaphore.yml" or "cloudbuild.yaml" or "buildspec.yml" or "wercker.yml" or "shippable.yml" or ".builds.yml" or "codefresh.yml" or "build.sbt" or ".taskcluster.yml" or "Earthfile"
        || file.Directory is ".buildkite" or ".semaphore" or ".teamcity" or ".zuul.d" or ".tekton" or "concourse" or "concourse/pipelines" or "ci/pipelines" or ".builds" or ".forgejo/workflows" or ".gitea/workflows";
}
