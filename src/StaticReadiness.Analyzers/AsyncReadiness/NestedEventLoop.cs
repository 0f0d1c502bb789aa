using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports event loops started where one already runs, and the patch that makes that possible.</summary>
public sealed class NestedEventLoop : DiagnosticAnalyzer
{
    private const string Patch = "nest_asyncio.apply";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0908",
        "nested-event-loop",
        "An event loop is started inside a running one",
        "`{0}()` {1}",
        DiagnosticSeverity.Error,
        Precision.Medium,
        "async-readiness",
        "no-blocking")
    {
        Cwe = [662],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no coroutine");
        var graph = context.Project.Compilation.CallGraph;
        // With the patch it runs, one loop inside another; without it, it raises.
        var severity = ReportPatches(context, graph) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        foreach (var coroutine in LoopCode.Coroutines(context.Project))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            context.Examined();
            foreach (var site in graph.GetCalls(coroutine).Where(Starts))
                context.Report(context.CreateDiagnostic(LoopCode.LocationOf(site), LoopCode.Written(site), Inside(coroutine)) with { Severity = severity });
            foreach (var (site, path) in BlockingPaths.Find(coroutine, graph, EffectKinds.EventLoop))
                if (!site.Callee!.IsGenerator && Nests(site.Callee, path)) context.Report(CreateDiagnostic(context, site, path) with { Severity = severity });
        }
    }

    // The patch changes the whole process, wherever it is applied.
    private static bool ReportPatches(ProjectContext context, CallGraph graph)
    {
        var isPatched = false;
        foreach (var function in context.Project.Functions)
        {
            if (context.Project.Files.TryGet(function.Tree.Path) is not { Role: FileRoles.Application }) continue;
            foreach (var site in graph.GetCalls(function).Where(site => site.CalleeName == Patch && site.Callee is null && !site.Node.IsUnderMainGuard() && !IsForNotebook(site.Node)).DistinctBy(site => site.Node.Start))
            {
                isPatched = true;
                context.Report(context.CreateDiagnostic(LoopCode.LocationOf(site), LoopCode.Written(site), "changes asyncio for the whole process, so that loops start inside running ones") with { Severity = DiagnosticSeverity.Warning });
            }
        }

        return isPatched;
    }

    // A notebook runs a loop of its own, which nothing else can share.
    private static bool IsForNotebook(SyntaxNode node) => node.Ancestors().OfType<If>().Any(guard => guard.Test.DescendantsAndSelf().OfType<Expression>().Any(part => (part.LastName() ?? part.StringValue()) is { } name && IdentifierWords.Split(name).Exists(word => word is "jupyter" or "notebook" or "ipython" or "colab")));

    private static string Inside(FunctionSymbol coroutine) => $"starts an event loop inside the one that runs `async def {coroutine.Name}`";

    // `async_to_sync(f)` alone only wraps.
    private static bool Starts(CallSite site) =>
        site is { Mode: CallMode.Direct, Callee: null, Effect.Kind: var kind } && (kind & EffectKinds.EventLoop) != EffectKinds.None && site.CalleeName != Patch
        && (!site.CalleeName.StartsWith("asgiref.", StringComparison.Ordinal) || site.Node.Parent is Call outer && outer.Function == site.Node);

    private static bool Nests(FunctionSymbol callee, ImmutableArray<CallStep> path) =>
        path[^1].CalleeName != Patch && !path[^1].CalleeName.StartsWith("asgiref.", StringComparison.Ordinal)
        && !AsksForLoop(callee) && !path.Any(step => step.Callee is { } function && AsksForLoop(function));

    // A helper that looks whether a loop runs knows both situations.
    private static bool AsksForLoop(FunctionSymbol function) =>
        function.Definition is { } definition && definition.Body.DescendantsInScope().Any(node =>
            node is Call call && call.Function.LastName() is "get_running_loop" or "_get_running_loop" or "is_running" or "isawaitable" or "current_task" or "current_async_library" or "Thread" or "ThreadPoolExecutor");

    private static Diagnostic CreateDiagnostic(ProjectContext context, CallSite site, ImmutableArray<CallStep> path) =>
        context.CreateDiagnostic(LoopCode.LocationOf(site), LoopCode.Written(site), Inside(site.Caller)) with
        {
            CodeFlow = BlockingPaths.FlowOf(site, path, $"async def {site.Caller.Name}", "starts an event loop"),
            Cause = BlockingPaths.CauseOf(path, "starts an event loop inside a running one: {0} calls in coroutines reach it through functions of the project"),
        };
}
