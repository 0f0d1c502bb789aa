using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Reports applications that only a development server serves.</summary>
public sealed class DevelopmentServer : DiagnosticAnalyzer
{
    private const string Criterion = "lifecycle-and-operations/server";

    private static readonly HashSet<string> ServerPackages =
        ["gunicorn", "uvicorn", "hypercorn", "daphne", "granian", "uwsgi", "waitress", "mod-wsgi", "cheroot", "gevent", "eventlet", "meinheld", "bjoern", "uvicorn-worker", "circus", "nginx-unit"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1204",
        "development-server",
        "Only a development server serves the application",
        "`{0}` starts a development server, and nothing in the repository starts another one",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "lifecycle-and-operations",
        "server")
    {
        Cwe = [489],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (context.Project.Kind != ProjectKind.Application)
        {
            context.NotApplicable("nobody deploys it as a service");
            return;
        }

        var starts = ServerStarts.Of(context.Project);
        if (starts.IsEmpty && !context.Project.ServedApplications().Any())
        {
            context.NotApplicable("no web application");
            return;
        }

        if (starts.FirstOrDefault(start => !start.IsForDevelopment) is { } server)
        {
            context.Examined();
            context.Prove(Criterion, server.Location, $"`{server.Written}` serves the application");
        }
        else if (ProjectDependencies.Of(context.Project).Runtime.FirstOrDefault(dependency => ServerPackages.Contains(dependency.Name)) is { } declared)
        {
            context.Examined();
            context.Prove(Criterion, ProjectDependencies.Of(context.Project).LocationOf(declared), $"`{declared.Name}` is installed to serve the application");
        }
        else ReportAll(context, [.. starts.Where(start => !DevelopmentPaths.Contains(start.Location.Path))]);
    }

    private static void ReportAll(ProjectContext context, List<ServerStart> starts)
    {
        var deployed = starts.Where(start => start.IsDeployed).ToList();
        foreach (var start in deployed) context.Report(start.Location, start.Written);
        // A script is how a developer starts it as well: it speaks only where no deployment file does.
        if (deployed.Count == 0 && starts.Count > 0)
            context.Report(context.CreateDiagnostic(starts[0].Location, starts[0].Written) with { Severity = DiagnosticSeverity.Note });
        if (starts.Count == 0) context.Unknown("nothing in the repository says how the application is served");
    }
}
