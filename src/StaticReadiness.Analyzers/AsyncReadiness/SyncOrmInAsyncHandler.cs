using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports synchronous database access in coroutines.</summary>
public sealed class SyncOrmInAsyncHandler : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0902",
        "sync-orm-in-async-handler",
        "A coroutine waits for the database with a synchronous library",
        "`{0}()` waits for the database in `async def {1}` and blocks the event loop",
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
        context.NotApplicable("no coroutine");
        var graph = context.Project.Compilation.CallGraph;
        foreach (var coroutine in LoopCode.Coroutines(context.Project))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var found = graph.GetCalls(coroutine).Where(site => LoopCode.Matters(site, LoopCode.Data)).DistinctBy(site => site.Node.Start).ToList();
            context.Examined(Math.Max(1, found.Count));
            foreach (var site in found)
            {
                context.Report(context.CreateDiagnostic(LoopCode.LocationOf(site), LoopCode.Written(site), coroutine.Name) with { Severity = SeverityOf(site, context.Project) });
            }
        }
    }

    // Django's mapper refuses to run under a running loop (SynchronousOnlyOperation); SQLite answers from a file or from memory.
    private static DiagnosticSeverity SeverityOf(CallSite site, Project project) =>
        site.CalleeName.StartsWith("django.", StringComparison.Ordinal) ? DiagnosticSeverity.Error
        : site.CalleeName.StartsWith("sqlite3.", StringComparison.Ordinal) ? DiagnosticSeverity.Note
        : LoopCode.SeverityIn(site.Caller, project);
}
