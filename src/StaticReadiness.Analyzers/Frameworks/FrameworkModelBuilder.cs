using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Frameworks.Sites;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Joins what the files of a project say about frameworks.</summary>
internal sealed class FrameworkModelBuilder
{
    private readonly ProjectFacts facts;

    public FrameworkModelBuilder(Project project, Func<FileFacts, FileFacts>? passThrough = null) => facts = ProjectFacts.Collect(project, passThrough);

    public FrameworkModel Build()
    {
        var includes = IncludeGraph.Build(facts);
        var boundaries = new BoundaryFinder(facts).Find();
        var django = new DjangoProject(facts);
        ImmutableArray<WebApplication> made = [.. facts.Objects.Where(IsWebApplication).Select(item => CreateApplication(item, includes))
            .Concat(ImplicitApplications.Find(facts))
            .Concat(django.Applications)];
        var scope = new BoundaryScope(facts, made);
        var applications = made
            .Select(application => application with { Boundaries = [.. boundaries.Concat(django.Boundaries).Where(boundary => Serves(boundary, application, includes, scope))] })
            .OrderBy(application => application.Location.Path, StringComparer.Ordinal).ThenBy(application => application.Location.Span.Start);
        var handlers = new HandlerCollection();
        var routes = Settle([.. new RouteBuilder(facts, includes, handlers).Build(), .. django.Routes(handlers)]).Concat(Web2PyFinder.Find(facts, handlers))
            .OrderBy(route => route.Location.Path, StringComparer.Ordinal).ThenBy(route => route.Location.Span.Start).ToImmutableArray();
        HandlerFinder.Find(facts, handlers);
        return new FrameworkModel([.. applications], routes, handlers.ToImmutable(), [.. MiddlewareFinder.Find(facts), .. django.Middleware])
        {
            ExceptionMappings = [.. new ExceptionMappingFinder(facts).Find().OrderBy(mapping => mapping.Location.Path, StringComparer.Ordinal).ThenBy(mapping => mapping.Location.Span.Start)],
            TestClients = facts.TestClients,
        };
    }

    // `@api_view(["POST"])` tells the methods of a view, the URLconf its path.
    private static IEnumerable<Route> Settle(List<Route> routes)
    {
        var views = routes.Where(route => route is { Framework.Id: "django", Path: PathText.Unknown, Handler: not null } && route.Methods is not ["*"]).ToLookup(route => route.Handler!.Function);
        var placed = routes.Where(route => route.Path != PathText.Unknown && route.Handler is not null).Select(route => route.Handler!.Function).ToHashSet();
        return routes.Where(route => !(route.Handler is { } handler && views[handler.Function].Contains(route) && placed.Contains(handler.Function)))
            .Select(route => route.Handler is { } handler && route.Methods is ["*"] && views[handler.Function].FirstOrDefault() is { } view ? route with { Methods = view.Methods } : route);
    }

    private static bool IsWebApplication(ObjectFact item) => item.Object is { IsApplication: true, Framework.Id: not ("celery" or "django") };

    private WebApplication CreateApplication(ObjectFact item, IncludeGraph includes)
    {
        var location = item.File.Place(item.Call.Function);
        var factory = item.Site.Function is { } start ? item.File.FunctionAt(start) : null;
        var name = item.Site.Target.DottedName() ?? item.Call.Function.LastName()!;
        return new WebApplication(item.Object.Framework, name, location, facts.RoleOf(item.File.Path))
        {
            Key = item.Key,
            Factory = factory,
            IsMounted = item.Key is { } key && includes.IsIncluded(key),
            DynamicReason = DynamicAssembly.ReasonFor(item, facts),
        };
    }

    private static bool Serves(ExceptionBoundary boundary, WebApplication application, IncludeGraph includes, BoundaryScope scope)
    {
        if (boundary.Framework is { } framework && !BoundaryScope.AreRelated(framework, application.Framework)) return false;
        if (boundary.Key is null) return scope.Covers(boundary, application);
        if (application.Key is null || boundary.Key == application.Key) return true;
        // What is registered on another application of the project serves this one only when that one mounts it.
        return !includes.IsKnownApplication(boundary.Key) || includes.Contains(boundary.Key, application.Key);
    }
}
