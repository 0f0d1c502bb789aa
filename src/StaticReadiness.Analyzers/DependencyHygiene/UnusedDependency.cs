using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports dependencies that a project installs to run and that nothing in it imports or names.</summary>
public sealed class UnusedDependency : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0306",
        "unused-dependency",
        "A declared package is used nowhere",
        "`{0}` is declared and nothing imports or names it",
        DiagnosticSeverity.Note,
        Precision.Medium,
        "dependency-hygiene",
        "declared-equals-used")
    {
        Cwe = [1164],
        PeerIds = ["DEP002"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no dependency is declared");
        var dependencies = ProjectDependencies.Of(context.Project);
        var use = DependencyUse.Of(context.Project);
        var deptry = DeptrySettings.Of(context.Project);
        var own = dependencies.Manifests.Select(manifest => PackageName.Normalize(manifest.ProjectName ?? "-")).ToHashSet();
        var asked = dependencies.Written.SelectMany(ProjectDependencies.RuntimeOf).Where(dependency => IsJudged(dependency) && !own.Any(name => IsOwn(dependency.Name, name)));
        foreach (var dependency in asked.DistinctBy(dependency => dependency.Name))
        {
            context.Examined();
            var location = dependencies.LocationOf(dependency);
            if (!use.IsUsed(dependency) && !deptry.Ignores("DEP002", dependency.Name) && !use.ServesUnnamed(dependency) && !Explanations.IsExplained(location)) context.Report(location, dependency.Name);
        }
    }

    // An application's own plug-ins carry its name in front.
    private static bool IsOwn(string dependency, string project) => dependency == project || dependency.StartsWith($"{project}-", StringComparison.Ordinal);

    // What a marker keeps for some platform may serve another package there, and who knows what a repository of its own provides.
    private static bool IsJudged(DeclaredDependency dependency) => dependency.Marker is null && dependency.Source.Kind == DependencySourceKind.Index;
}
