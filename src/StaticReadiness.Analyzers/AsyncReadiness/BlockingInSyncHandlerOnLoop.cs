using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports blocking calls in <c>def</c> handlers that the framework runs on the event loop itself.</summary>
public sealed class BlockingInSyncHandlerOnLoop : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0904",
        "blocking-in-sync-handler-on-loop",
        "A synchronous handler that the framework runs on the event loop makes a blocking call",
        "`{0}()` blocks the event loop in `def {1}`, which {2} runs on it",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "async-readiness",
        "no-blocking")
    {
        Cwe = [1322],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no synchronous handler that runs on the event loop");
        var graph = context.Project.Compilation.CallGraph;
        foreach (var handler in FrameworkModel.Of(context.Project).Handlers.Where(handler => RunsOnLoop(handler, context.Project)))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var found = FindCalls(context, handler, graph).ToList();
            context.Examined(Math.Max(1, found.Count));
            foreach (var diagnostic in found) context.Report(diagnostic);
        }
    }

    private static bool RunsOnLoop(Handler handler, Project project) =>
        handler is { Place: HandlerPlace.Loop, Function.IsAsync: false, Role: HandlerRole.Route or HandlerRole.Dependency or HandlerRole.Middleware or HandlerRole.ExceptionHandler }
        && project.Files.TryGet(handler.Function.Tree.Path) is { Role: FileRoles.Application };

    private static IEnumerable<Diagnostic> FindCalls(ProjectContext context, Handler handler, CallGraph graph)
    {
        var function = handler.Function;
        foreach (var site in graph.GetCalls(function).Where(site => LoopCode.Matters(site, EffectKinds.Blocking)).DistinctBy(site => site.Node.Start))
            yield return context.CreateDiagnostic(LoopCode.LocationOf(site), LoopCode.Written(site), function.Name, handler.Framework.Title);
        foreach (var (site, path) in BlockingPaths.Find(function, graph))
            yield return context.CreateDiagnostic(LoopCode.LocationOf(site), LoopCode.Written(site), function.Name, handler.Framework.Title) with
            {
                CodeFlow = BlockingPaths.FlowOf(site, path, $"def {function.Name}"),
                Cause = BlockingPaths.CauseOf(path, "blocks the event loop: {0} calls in handlers that run on it reach it through functions of the project"),
            };
    }
}
