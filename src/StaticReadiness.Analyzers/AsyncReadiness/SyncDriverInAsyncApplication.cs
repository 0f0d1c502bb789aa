using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports asynchronous applications whose handlers wait for the database through a synchronous library.</summary>
public sealed class SyncDriverInAsyncApplication : DiagnosticAnalyzer
{
    private const EffectKinds Stores = EffectKinds.Database | EffectKinds.Orm | EffectKinds.Store;

    private const int Few = 2;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0910",
        "sync-driver-in-async-application",
        "An asynchronous application waits for its database synchronously",
        "`{0}` is used synchronously: {1} of {2} asynchronous handlers wait for it on the event loop",
        DiagnosticSeverity.Warning,
        Precision.High,
        "async-readiness",
        "async-drivers")
    {
        Cwe = [1322],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var handlers = FrameworkModel.Of(context.Project).Handlers.Where(handler => IsAsynchronous(handler, context)).ToList();
        if (handlers.Count == 0)
        {
            context.NotApplicable("no asynchronous handler");
            return;
        }

        context.NotApplicable("no handler reaches a database or store that is known");
        var dependencies = ProjectDependencies.Of(context.Project);
        foreach (var driver in dependencies.Declared.Where(dependency => dependency.Group.IsRuntime && DatabaseLibraries.IsAsynchronous(dependency.Name)).DistinctBy(dependency => dependency.Name))
        {
            context.Examined();
            context.Prove("async-readiness/async-drivers", dependencies.LocationOf(driver), $"`{driver.Name}` waits without holding the event loop up");
        }

        foreach (var use in FindUses(handlers, context).GroupBy(use => use.Library).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            context.Examined();
            var waiting = use.DistinctBy(found => found.Handler).ToList();
            if (waiting.Count < Few) continue;
            var declared = dependencies.Declared.OrderBy(dependency => !dependency.Group.IsRuntime).FirstOrDefault(dependency => DatabaseLibraries.DistributionsOf(use.Key).Contains(dependency.Name));
            var place = declared is null ? LoopCode.LocationOf(waiting[0].Site) : dependencies.LocationOf(declared);
            context.Report(context.CreateDiagnostic(place, use.Key, waiting.Count, handlers.Count) with { Related = [.. waiting.Take(3).Select(RelatedOf)] });
        }
    }

    private static bool IsAsynchronous(Handler handler, ProjectContext context) =>
        handler is { Place: HandlerPlace.Loop, Function.IsAsync: true, Role: HandlerRole.Route or HandlerRole.Dependency or HandlerRole.Middleware or HandlerRole.ExceptionHandler or HandlerRole.Consumer }
        && context.Project.Files.TryGet(handler.Function.Tree.Path) is { Role: FileRoles.Application };

    private static IEnumerable<(string Library, Handler Handler, CallSite Site, string Name)> FindUses(List<Handler> handlers, ProjectContext context)
    {
        var graph = context.Project.Compilation.CallGraph;
        foreach (var handler in handlers)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach (var coroutine in AwaitedBy(handler.Function, graph))
            {
                foreach (var site in graph.GetCalls(coroutine).Where(site => LoopCode.Matters(site, Stores)))
                    if (LibraryOf(site.CalleeName) is { } library) yield return (library, handler, site, site.CalleeName);
                foreach (var (site, path) in BlockingPaths.Find(coroutine, graph, Stores))
                    if (LibraryOf(path[^1].CalleeName) is { } library) yield return (library, handler, site, path[^1].CalleeName);
            }
        }
    }

    // The handler and the coroutines it waits for, which run on the loop as well.
    private static IEnumerable<FunctionSymbol> AwaitedBy(FunctionSymbol handler, CallGraph graph)
    {
        var seen = new HashSet<FunctionSymbol> { handler };
        var queue = new Queue<FunctionSymbol>(seen);
        while (queue.TryDequeue(out var at))
        {
            yield return at;
            foreach (var site in graph.GetCalls(at))
                if (site is { Mode: CallMode.Direct, Callee: { IsAsync: true } callee } && seen.Add(callee)) queue.Enqueue(callee);
        }
    }

    // Django's mapper chooses its own driver; rules on the mapper speak of it.
    private static string? LibraryOf(string qualifiedName) => qualifiedName[..qualifiedName.IndexOf('.')] is var module && DatabaseLibraries.IsListed(module) ? module : null;

    private static CodeFlowStep RelatedOf((string Library, Handler Handler, CallSite Site, string Name) use) =>
        new(LoopCode.LocationOf(use.Site), $"`async def {use.Handler.Function.Name}` reaches `{LoopCode.ShortName(use.Name)}()`");
}
