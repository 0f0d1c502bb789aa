using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.LifecycleAndOperations;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports routes that no test asks for.</summary>
public sealed class UntestedEndpoint : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0604",
        "untested-endpoint",
        "No test requests a route",
        "No test requests {0}",
        DiagnosticSeverity.Note,
        Precision.Medium,
        "testing-culture",
        "endpoint-coverage");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var routes = context.Project.Kind == ProjectKind.Application ? FindRoutes(context.Project) : [];
        if (routes.Count == 0)
        {
            context.NotApplicable("no route of a deployed application can be read");
            return;
        }

        var suite = TestSuite.Of(context.Project);
        var requests = TestRequests.Of(context.Project);
        if (suite.Count == 0 && (context.Project.Root.Length > 0 || !suite.Trees.IsEmpty))
            context.Unknown("the tests may stand outside the project's folder, or are run in a way that is not known");
        else if (requests.GoThroughAll)
            context.Examined(routes.Count);
        else if (requests.AreComputed)
            context.Unknown("most requests of the tests go to computed addresses");
        else
            Judge(context, routes, [.. routes.Where(route => !IsTested(route, requests))]);
    }

    private static void Judge(ProjectContext context, List<IGrouping<string, Route>> routes, List<IGrouping<string, Route>> untested)
    {
        // Where nothing is tested, saying it once is enough.
        if (untested.Count == routes.Count && routes.Count > 1)
        {
            var place = context.Project.ServedApplications().FirstOrDefault()?.Location ?? routes[0].First().Location;
            context.Examined();
            context.Report(place, $"any of the {routes.Count} routes of the application");
            return;
        }

        context.Examined(routes.Count);
        foreach (var route in untested)
        {
            var first = route.First();
            context.Report(first.Location, $"`{first.Path}`, which `{ShortName(first.HandlerName)}` answers");
        }
    }

    // One handler is one endpoint, however many paths lead to it; what a library answers is the library's to test.
    private static List<IGrouping<string, Route>> FindRoutes(Project project) =>
        [.. FrameworkModel.Of(project).Routes.Where(route => project.Files.TryGet(route.Location.Path) is { Role: FileRoles.Application }
                && (route.Handler is not null || project.Compilation.FindSymbol(route.HandlerName) is not null) && route.Path is not ("…" or "") && !route.HandlerName.EndsWith('>'))
            .GroupBy(route => route.HandlerName)];

    private static bool IsTested(IEnumerable<Route> routes, TestRequests requests) => routes.Any(route =>
        requests.Request(PathPattern.OfRoute(route.Path)) || requests.Mentions(ShortName(route.HandlerName))
        || requests.NamesRoute(ShortName(route.HandlerName)) || (route.Name is { Length: > 0 } name && requests.NamesRoute(name)));

    private static string ShortName(string qualifiedName) => qualifiedName[(qualifiedName.LastIndexOf('.') + 1)..];
}
