using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports calls in coroutines that reach a blocking call through functions of the project.</summary>
public sealed class TransitiveBlockingCall : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0903",
        "transitive-blocking-call",
        "A coroutine reaches a blocking call through functions of the project",
        "`{0}()` blocks the event loop in `async def {1}`: it reaches `{2}()` in {3}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "async-readiness",
        "no-blocking")
    {
        Cwe = [1322],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no coroutine");
        var graph = context.Project.Compilation.CallGraph;
        foreach (var coroutine in LoopCode.Coroutines(context.Project))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            // A call can run both a function and what decorates it.
            var found = BlockingPaths.Find(coroutine, graph).DistinctBy(path => path.Site.Node).ToList();
            context.Examined(Math.Max(1, found.Count));
            foreach (var (site, path) in found) context.Report(CreateDiagnostic(context, site, path));
        }
    }

    private static Diagnostic CreateDiagnostic(ProjectContext context, CallSite site, ImmutableArray<CallStep> path)
    {
        var steps = path.Length == 1 ? "one step" : $"{path.Length} steps";
        return context.CreateDiagnostic(LoopCode.LocationOf(site), LoopCode.Written(site), site.Caller.Name, path[^1].CalleeName, steps) with
        {
            CodeFlow = BlockingPaths.FlowOf(site, path, $"async def {site.Caller.Name}"),
            Cause = BlockingPaths.CauseOf(path, "blocks the event loop: {0} calls in coroutines reach it through functions of the project"),
            Severity = LoopCode.SeverityIn(site.Caller, context.Project),
        };
    }
}
