using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports calls in coroutines that hold up the event loop.</summary>
public sealed class BlockingCallInAsync : DiagnosticAnalyzer
{
    private static readonly RuleOption<bool> ShortCalls = new("short-calls", false, "whether calls that are usually over at once are reported as well: a single local file, a look at the file system, a lock");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0901",
        "blocking-call-in-async",
        "A coroutine makes a call that holds up the event loop",
        "`{0}()` blocks the event loop in `async def {1}`",
        DiagnosticSeverity.Warning,
        Precision.High,
        "async-readiness",
        "no-blocking")
    {
        Cwe = [1322],
        PeerIds = ["ASYNC210", "ASYNC211", "ASYNC212", "ASYNC220", "ASYNC221", "ASYNC222", "ASYNC230", "ASYNC231", "ASYNC232", "ASYNC240", "ASYNC250", "ASYNC251", "ASYNC101", "ASYNC100"],
        Options = [ShortCalls],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no coroutine");
        var graph = context.Project.Compilation.CallGraph;
        var takesShort = context.GetOption(ShortCalls);
        foreach (var coroutine in LoopCode.Coroutines(context.Project))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var found = graph.GetCalls(coroutine).Where(site => LoopCode.Matters(site, LoopCode.Blocking, takesShort)).DistinctBy(site => site.Node.Start).ToList();
            context.Examined(Math.Max(1, found.Count));
            if (found.Count == 0) continue;
            var severity = LoopCode.SeverityIn(coroutine, context.Project);
            foreach (var site in found)
                context.Report(context.CreateDiagnostic(LoopCode.LocationOf(site), LoopCode.Written(site), coroutine.Name) with { Severity = IsPrompt(site) ? DiagnosticSeverity.Note : severity });
        }
    }

    // A program that asks its user serves nobody else meanwhile.
    private static bool IsPrompt(CallSite site) => site.Effect?.Kind == EffectKinds.Input;
}
