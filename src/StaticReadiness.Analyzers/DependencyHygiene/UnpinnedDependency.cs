using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports an application's direct dependencies that neither a specifier nor a lock ties to one version.</summary>
public sealed class UnpinnedDependency : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0301",
        "unpinned-dependency",
        "A dependency of an application is tied to no version",
        "`{0}` is {1} and no lock holds it",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "dependency-hygiene",
        "pinning")
    {
        Cwe = [1357],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (context.Project.Kind is ProjectKind.Library or ProjectKind.Framework)
        {
            context.NotApplicable("a library declares ranges; the application that uses it pins");
            return;
        }

        context.NotApplicable("no dependency is declared");
        var dependencies = ProjectDependencies.Of(context.Project);
        foreach (var dependency in dependencies.Deployed.DistinctBy(dependency => dependency.Name))
        {
            if (dependency.Source.Kind is not (DependencySourceKind.Index or DependencySourceKind.Conda)) continue;
            context.Examined();
            if (UnboundedRange.IsOpen(dependency) || dependencies.IsLocked(dependency.Name) || dependencies.IsPinned(dependency.Name)) continue;
            var location = dependencies.LocationOf(dependency);
            if (!Explanations.HasReason(location)) context.Report(location, dependency.Name, dependency.Constraint.IsUnconstrained ? "declared without a version" : $"declared as `{dependency.Constraint.Text}`");
        }
    }
}
