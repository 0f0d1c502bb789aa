using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.AsyncReadiness;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>Reports middleware on the event loop that makes every request wait for a blocking call.</summary>
public sealed class BlockingMiddleware : DiagnosticAnalyzer
{
    private const int Deepest = 4;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1003",
        "blocking-middleware",
        "Middleware holds up every request on the event loop",
        "`{0}` holds up every request: it calls `{1}()` on the event loop",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "middleware-composition",
        "non-blocking")
    {
        Cwe = [1322],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no asynchronous middleware");
        var graph = context.Project.Compilation.CallGraph;
        foreach (var (function, framework) in MiddlewareFunctions.Of(context.Project).All)
        {
            if (function.Definition is not { } definition || !RunsOnLoop(function, framework)) continue;
            context.Examined();
            if (FindCall(function, graph) is not { } found) continue;
            var place = new Location(function.Tree.Path, function.Tree.Text, definition.NameSpan);
            context.Report(context.CreateDiagnostic(place, NameOf(function), found.Name) with
            {
                CodeFlow = found.Flow,
                Related = [new CodeFlowStep(LoopCode.LocationOf(found.Site), $"`{LoopCode.Written(found.Site)}()` is called")],
            });
        }
    }

    private static bool IsOccasional(CallSite start, ImmutableArray<CallStep> path, CallGraph graph)
    {
        if (OccasionalCode.Contains(start.Node)) return true;
        var caller = start.Callee;
        foreach (var step in path)
        {
            if (caller is not null && graph.GetCalls(caller).FirstOrDefault(site => LoopCode.LocationOf(site).Span == step.Span) is { } site && OccasionalCode.Contains(site.Node)) return true;
            caller = step.Callee;
        }

        return false;
    }

    private static bool RunsOnLoop(FunctionSymbol function, Framework framework) =>
        function.IsAsync ? framework.Asynchronous == HandlerPlace.Loop || framework.Id == "django" : framework.Synchronous == HandlerPlace.Loop;

    private static string NameOf(FunctionSymbol function) => function.ContainingClass is { } owner ? owner.Name : function.Name;

    // Every request: what is made at first use, refreshed now and then or tried after a failure is not on its way, nor surely what lies deep in helpers.
    private static (CallSite Site, string Name, ImmutableArray<CodeFlowStep> Flow)? FindCall(FunctionSymbol function, CallGraph graph)
    {
        foreach (var site in graph.GetCalls(function))
            if (LoopCode.Matters(site, EffectKinds.Blocking) && !OccasionalCode.Contains(site.Node)) return (site, LoopCode.Written(site), []);
        foreach (var (site, path) in BlockingPaths.Find(function, graph).Where(found => found.Path.Length <= Deepest && !IsOccasional(found.Site, found.Path, graph)))
            return (site, LoopCode.ShortName(path[^1].CalleeName), BlockingPaths.FlowOf(site, path, function.Name));
        return null;
    }
}
