using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Reports applications that only a development server serves.</summary>
public sealed class DevelopmentServer : DiagnosticAnalyzer
{
    private const string Criterion = "lifecycle-and-operations/server";

    /// <summary>Packages that nobody installs but to serve; uvicorn, gevent and eventlet come along for other reasons as well.</summary>
    private static readonly HashSet<string> ServerPackages =
        ["gunicorn", "hypercorn", "daphne", "granian", "uwsgi", "waitress", "mod-wsgi", "cheroot", "meinheld", "bjoern", "nginx-unit"];

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

        // What a deployment starts outweighs what code could start, and that what is merely installed.
        var deployed = starts.Where(start => start is { IsForDevelopment: true, Origin: ServerStartOrigin.Deployment } && !DevelopmentPaths.Contains(start.Location.Path)).ToList();
        if (starts.FirstOrDefault(start => !start.IsForDevelopment && start.Origin != ServerStartOrigin.Code) is { } server)
            Prove(context, server.Location, $"`{server.Written}` serves the application");
        else if (deployed.Count > 0)
            // Beside a server that is installed for it, the compose file is how developers start everything at once.
            foreach (var start in deployed) context.Report(context.CreateDiagnostic(start.Location, start.Written) with { Severity = deployed.TrueForAll(other => IsComposed(other, context.Project)) && DeclaredServer(context.Project) is not null ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning });
        else if (starts.FirstOrDefault(start => !start.IsForDevelopment) is { } called)
            Prove(context, called.Location, $"`{called.Written}` serves the application");
        else if (DeclaredServer(context.Project) is { } declared)
            Prove(context, ProjectDependencies.Of(context.Project).LocationOf(declared), $"`{declared.Name}` is installed to serve the application");
        else if (starts.FirstOrDefault(start => !DevelopmentPaths.Contains(start.Location.Path)) is { } first)
            // A script is how a developer starts it as well.
            context.Report(context.CreateDiagnostic(first.Location, first.Written) with { Severity = DiagnosticSeverity.Note });
        else
            context.Unknown("nothing in the repository says how the application is served");
    }

    private static bool IsComposed(ServerStart start, Project project) => project.Files.TryGet(start.Location.Path) is { } file && ComposeFile.IsComposeFile(file);

    private static DeclaredDependency? DeclaredServer(Project project) => ProjectDependencies.Of(project).Runtime.FirstOrDefault(dependency => ServerPackages.Contains(dependency.Name));

    private static void Prove(ProjectContext context, Location place, string text)
    {
        context.Examined();
        context.Prove(Criterion, place, text);
    }
}
