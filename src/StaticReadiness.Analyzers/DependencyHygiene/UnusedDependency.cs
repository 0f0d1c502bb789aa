using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports dependencies that a project installs to run and that nothing in it imports or names.</summary>
public sealed class UnusedDependency : DiagnosticAnalyzer
{
    /// <summary>From so many dependencies on, a majority without use tells more about the code than about them.</summary>
    private const int Few = 6;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0306",
        "unused-dependency",
        "A declared package is used nowhere",
        "`{0}` is declared and nothing imports or names it",
        DiagnosticSeverity.Note,
        Precision.Preview,
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
        var deptry = DeptrySettings.Of(context.Project);
        var own = dependencies.Manifests.Select(manifest => PackageName.Normalize(manifest.ProjectName ?? "-")).ToHashSet();
        var asked = dependencies.Written.SelectMany(manifest => ProjectDependencies.RuntimeOf(manifest).Select(dependency => (Dependency: dependency, Manifest: manifest))).Where(asked => IsJudged(asked.Dependency) && !own.Any(name => IsOwn(asked.Dependency.Name, name)));
        var judged = asked.DistinctBy(asked => asked.Dependency.Name).ToList();
        var unused = judged.Where(asked => IsUnused(DependencyUse.Of(context.Project, asked.Manifest), asked.Dependency)).Select(asked => asked.Dependency).ToList();
        if (judged.Count >= Few && unused.Count * 2 > judged.Count)
        {
            context.Unknown("most of what is declared is used nowhere here: the code that uses it lies elsewhere");
            return;
        }

        context.Examined(judged.Count);
        foreach (var dependency in unused)
        {
            var location = dependencies.LocationOf(dependency);
            if (!deptry.Ignores("DEP002", dependency.Name) && !Explanations.IsExplained(location)) context.Report(location, dependency.Name);
        }
    }

    private static bool IsUnused(DependencyUse use, DeclaredDependency dependency) => !use.IsUsed(dependency) && !use.ServesUnnamed(dependency);

    // An application's own plug-ins carry its name in front.
    private static bool IsOwn(string dependency, string project) => dependency == project || dependency.StartsWith($"{project}-", StringComparison.Ordinal);

    // What a marker keeps for some platform may serve another package there, and who knows what a repository of its own provides.
    private static bool IsJudged(DeclaredDependency dependency) => dependency.Marker is null && dependency.Source.Kind == DependencySourceKind.Index;
}
