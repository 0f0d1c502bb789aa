using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Reports deployable web applications whose health nobody can ask for.</summary>
public sealed class MissingHealthCheck : DiagnosticAnalyzer
{
    private const string Criterion = "lifecycle-and-operations/health";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1201",
        "missing-health-check",
        "Nobody can ask a web application for its health",
        "No route of the {0} application `{1}` answers whether it is alive or ready",
        DiagnosticSeverity.Warning,
        Precision.High,
        "lifecycle-and-operations",
        "health");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var applications = context.Project.ServedApplications().ToList();
        if (context.Project.Kind != ProjectKind.Application || applications.Count == 0)
        {
            context.NotApplicable("no web application is deployed");
            return;
        }

        context.Examined();
        if (HealthRoutes.Find(context.Project) is { } found)
        {
            context.Prove(Criterion, found.Place, found.Description);
            return;
        }

        if (FrameworkModel.Of(context.Project).Routes.IsEmpty)
        {
            context.Unknown("the routes of the application cannot be read");
            return;
        }

        if (applications.FirstOrDefault(application => application.IsDynamic) is { } dynamic)
        {
            context.Unknown($"the assembly of `{dynamic.Name}` cannot be followed: {dynamic.DynamicReason}");
            return;
        }

        // One service, one finding: the first application is as good a place for the route as any.
        var first = applications[0];
        context.Report(first.Location, first.Framework.Title, first.Name);
    }
}
