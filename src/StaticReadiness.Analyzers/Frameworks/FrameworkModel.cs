using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>How a project's web applications are assembled: a fact shared by all rules.</summary>
public sealed class FrameworkModel
{
    private readonly Dictionary<FunctionSymbol, Handler> byFunction;

    internal FrameworkModel(
        ImmutableArray<WebApplication> applications, ImmutableArray<Route> routes, ImmutableArray<Handler> handlers, ImmutableArray<MiddlewareEntry> middleware)
    {
        Applications = applications;
        Routes = routes;
        Handlers = handlers;
        Middleware = middleware;
        byFunction = [];
        foreach (var handler in handlers) byFunction.TryAdd(handler.Function, handler);
    }

    /// <summary>The applications in order of path and place.</summary>
    public ImmutableArray<WebApplication> Applications { get; }

    /// <summary>The routes in order of path and place.</summary>
    public ImmutableArray<Route> Routes { get; }

    /// <summary>The functions that frameworks call, one entry a function.</summary>
    public ImmutableArray<Handler> Handlers { get; }

    public ImmutableArray<MiddlewareEntry> Middleware { get; }

    /// <summary>Where test clients are made; empty when no test talks to an application.</summary>
    public ImmutableArray<TestClientUse> TestClients { get; internal init; } = [];

    /// <summary>The handlers of exceptions and statuses that are registered, in order of path and place.</summary>
    public ImmutableArray<ExceptionMapping> ExceptionMappings { get; internal init; } = [];

    public static FrameworkModel Of(Project project) => project.GetFact(static p => p == p.Whole ? new FrameworkModelBuilder(p).Build() : Of(p.Whole).Within(p.Sees));

    /// <summary>The part that lies in files a project sees; who else calls its functions stays known.</summary>
    private FrameworkModel Within(Func<string, bool> sees) => new(
        [.. Applications.Where(application => sees(application.Location.Path))
            .Select(application => application with { Boundaries = [.. application.Boundaries.Where(boundary => sees(boundary.Location.Path))] })],
        [.. Routes.Where(route => sees(route.Location.Path))],
        [.. Handlers.Where(handler => sees(handler.Function.Tree.Path))],
        [.. Middleware.Where(entry => sees(entry.Location.Path))])
    {
        TestClients = [.. TestClients.Where(client => sees(client.Location.Path))],
        ExceptionMappings = [.. ExceptionMappings.Where(mapping => sees(mapping.Location.Path))],
    };

    /// <summary>Why and where a framework calls a function; null when none does.</summary>
    public Handler? FindHandler(FunctionSymbol function) => byFunction.GetValueOrDefault(function);
}
