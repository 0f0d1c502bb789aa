using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports calls in coroutines that reach a blocking call through functions of the project.</summary>
public sealed class TransitiveBlockingCall : DiagnosticAnalyzer
{
    // Waiting on a lock or a local file is only worth a path through helpers when nothing else is.
    private const EffectKinds Strong = EffectKinds.Blocking & ~(EffectKinds.File | EffectKinds.Wait | EffectKinds.Input);

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
            var found = FindCalls(coroutine, graph).ToList();
            context.Examined(Math.Max(1, found.Count));
            foreach (var (site, path) in found) context.Report(CreateDiagnostic(context, site, path));
        }
    }

    private static IEnumerable<(CallSite Site, ImmutableArray<CallStep> Path)> FindCalls(FunctionSymbol coroutine, CallGraph graph)
    {
        var seen = new HashSet<FunctionSymbol>();
        foreach (var site in graph.GetCalls(coroutine))
        {
            // A coroutine that is awaited answers for its own calls.
            if (site is not { Mode: CallMode.Direct, Callee: { IsAsync: false } callee } || !seen.Add(callee)) continue;
            if (callee.IsGenerator && !IsIterated(site)) continue;
            if (FindPath(callee, graph) is { IsEmpty: false } path) yield return (site, path);
        }
    }

    // Calling a generator function runs nothing of it; a loop over it does.
    private static bool IsIterated(CallSite site) =>
        site.Node.Parent is For or Comprehension or Starred or YieldFrom || site.Node is not Call
        || (site.Node.Parent is Call { Function: Name { Identifier: "list" or "tuple" or "set" or "sorted" or "sum" or "next" or "dict" or "max" or "min" or "any" or "all" } });

    private static ImmutableArray<CallStep> FindPath(FunctionSymbol callee, CallGraph graph)
    {
        var path = graph.FindWitness(callee, Strong);
        if (path.IsEmpty) path = graph.FindWitness(callee, EffectKinds.Blocking);
        return path is [.., { Effect: { } effect }] && LoopCode.Matters(effect) ? path : [];
    }

    private static Diagnostic CreateDiagnostic(ProjectContext context, CallSite site, ImmutableArray<CallStep> path)
    {
        var steps = path.Length == 1 ? "one step" : $"{path.Length} steps";
        var flow = ImmutableArray.CreateBuilder<CodeFlowStep>(path.Length + 1);
        flow.Add(new CodeFlowStep(LoopCode.LocationOf(site), $"`async def {site.Caller.Name}` calls `{LoopCode.Written(site)}()`"));
        foreach (var step in path)
            flow.Add(new CodeFlowStep(LoopCode.LocationOf(step), step.Callee is null ? $"`{step.CalleeName}()` blocks" : $"calls `{LoopCode.ShortName(step.CalleeName)}()`"));
        return context.CreateDiagnostic(LoopCode.LocationOf(site), LoopCode.Written(site), site.Caller.Name, path[^1].CalleeName, steps) with
        {
            CodeFlow = flow.ToImmutable(),
            Severity = LoopCode.SeverityIn(site.Caller, context.Project),
        };
    }
}
