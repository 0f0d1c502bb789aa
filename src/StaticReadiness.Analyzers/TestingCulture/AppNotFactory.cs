using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.LifecycleAndOperations;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports applications made at import, which tests cannot make with a configuration of their own.</summary>
public sealed class AppNotFactory : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0609",
        "app-not-factory",
        "An application is made at import, with one configuration for all",
        "{0} application `{1}` is made at import: no function makes one with another configuration",
        DiagnosticSeverity.Note,
        Precision.High,
        "testing-culture",
        "injection");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no Flask or Quart application");
        if (context.Project.Kind is ProjectKind.Library or ProjectKind.Framework or ProjectKind.Script) return;
        var applications = context.Project.ServedApplications().Where(application => application.Framework.Id is "flask" or "quart").ToList();
        // A factory beside it makes the application of tests.
        var hasFactory = applications.Any(application => application.Factory is not null);
        foreach (var application in applications)
        {
            context.Examined();
            if (!hasFactory) context.Report(application.Location, application.Framework.Title, application.Name);
        }
    }
}
