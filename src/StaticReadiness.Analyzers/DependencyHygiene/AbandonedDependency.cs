using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports dependencies that their authors have given up, renamed, or that were never the library they are named after.</summary>
public sealed class AbandonedDependency : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0310",
        "abandoned-dependency",
        "A dependency is no longer maintained under its name",
        "`{0}` {1}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "dependency-hygiene",
        "maintenance")
    {
        Cwe = [1104],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no dependency is declared");
        var dependencies = ProjectDependencies.Of(context.Project);
        foreach (var dependency in dependencies.Declared.DistinctBy(dependency => dependency.Name))
        {
            context.Examined();
            // A marker keeps a backport away from the versions that do not need it.
            if (AbandonedPackages.Find(dependency.Name) is not { } package || (package.Kind == "standard" && dependency.Marker is not null)) continue;
            context.Report(dependencies.LocationOf(dependency), dependency.Name, package.Description);
        }
    }
}
