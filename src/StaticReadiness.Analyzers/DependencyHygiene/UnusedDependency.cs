using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports dependencies that a project installs to run and that nothing in it imports or names.</summary>
public sealed class UnusedDependency : DiagnosticAnalyzer
{
    /// <summary>So many without use, and one in <see cref="Share"/>, tell more about the code than about them: it lies elsewhere, or is yet to be written.</summary>
    private const int Many = 4;

    private const int Share = 8;

    private static readonly HashSet<string> NamingFrameworks = ["django", "flask", "fastapi", "starlette", "sanic", "aiohttp", "pyramid", "celery", "sqlalchemy", "tornado", "python"];

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
        var asked = dependencies.Main.SelectMany(manifest => ProjectDependencies.RuntimeOf(manifest).Select(dependency => (Dependency: dependency, Manifest: manifest))).Where(asked => IsJudged(asked.Dependency) && !own.Any(name => IsOwn(asked.Dependency.Name, name)));
        var judged = asked.DistinctBy(asked => asked.Dependency.Name).ToList();
        var unused = judged.Where(asked => IsUnused(DependencyUse.Of(context.Project, asked.Manifest), asked.Dependency)).Select(asked => asked.Dependency).ToList();
        if (unused.Count > Many && unused.Count * Share > judged.Count)
        {
            context.Unknown("much of what is declared is used nowhere here: the code that uses it lies elsewhere");
            return;
        }

        unused.RemoveAll(dependency => !ModuleDistributions.IsListedDistribution(dependency.Name) && !BroughtAlong.IsKnown(dependency.Name));
        unused.RemoveAll(dependency => IsForAnother(context.Project, dependency.Name));
        unused.RemoveAll(dependency => NamedPackages.IsSpokenOf(context.Project, dependency.Name));
        context.Examined(judged.Count);
        foreach (var dependency in unused)
        {
            var location = dependencies.LocationOf(dependency);
            if (!deptry.Ignores("DEP002", dependency.Name) && !Explanations.IsExplained(location)) context.Report(location, dependency.Name);
        }
    }

    // A line may say which version of something another package brings along is wanted; of some packages nobody knows what they bring.
    private static bool IsForAnother(Project project, string name)
    {
        var declared = project.Whole.Dependencies.Declared.Select(dependency => dependency.Name).ToHashSet();
        var brought = BroughtAlong.By(declared.Where(other => other != name), project.Whole.Dependencies.Locks);
        return brought.OwnerOf(name) is not null || (brought.HasUnknown && !BroughtAlong.IsTold(name, project.Whole.Dependencies.Locks)) || declared.Any(other => other.EndsWith($"-{name}", StringComparison.Ordinal) || other.StartsWith($"{name}-", StringComparison.Ordinal) || IsIntegration(name, other));
    }

    // langchain-openai, pyexcel-xls: parts that the package they are named after looks for. What extends a web framework has to be named to be loaded.
    private static bool IsIntegration(string name, string host) => !NamingFrameworks.Contains(host) && name.StartsWith($"{host}-", StringComparison.Ordinal);

    private static bool IsUnused(DependencyUse use, DeclaredDependency dependency) => !use.IsUsed(dependency) && !use.ServesUnnamed(dependency);

    // An application's own plug-ins carry its name in front.
    private static bool IsOwn(string dependency, string project) => dependency == project || dependency.StartsWith($"{project}-", StringComparison.Ordinal);

    // What a marker keeps for some platform may serve another package there, and who knows what a repository of its own provides.
    // An upper bound alone keeps back what others bring.
    private static bool IsJudged(DeclaredDependency dependency) => dependency.Marker is null && !(dependency.Constraint is { HasUpperBound: true, IsExact: false } && dependency.Constraint.Alternatives.All(set => !set.Clauses.Any(clause => clause.HasLowerBound))) && dependency.Source.Kind == DependencySourceKind.Index;
}
