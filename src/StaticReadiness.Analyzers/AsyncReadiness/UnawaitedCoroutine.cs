using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports coroutines that are made and thrown away.</summary>
public sealed class UnawaitedCoroutine : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0906",
        "unawaited-coroutine",
        "A coroutine is called and neither awaited nor scheduled",
        "`{0}()` never runs: its coroutine is thrown away",
        DiagnosticSeverity.Error,
        Precision.Medium,
        "async-readiness",
        "cancellation-and-tasks")
    {
        Cwe = [252],
        PeerIds = ["unused-coroutine", "reportUnusedCoroutine", "S7491"],
        Fix = FixKind.Unsafe,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(node => node.Examined(), SyntaxKind.Await);
        context.RegisterSyntaxNodeAction(ExamineStatement, SyntaxKind.ExpressionStatement);
        context.RegisterProjectAction(Examine);
    }

    private static void ExamineStatement(SyntaxNodeContext context)
    {
        if (((ExpressionStatement)context.Node).Value is not Call call || !CoroutineFunctions.IsCalled(call, context.Model)) return;
        context.Examined();
        context.Report(call.Function, LoopCode.Written(call));
    }

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no coroutine");
        var graph = context.Project.Compilation.CallGraph;
        var named = new Lazy<NamedFunctions>(() => new NamedFunctions(graph));
        foreach (var module in context.Project.Modules)
        {
            if (context.Project.Files.TryGet(module.Tree.Path) is not { Role: FileRoles.Application }) continue;
            var thrownAway = module.Functions.Prepend(module.Body).SelectMany(function => graph.GetCalls(function).Where(site => IsThrownAway(site) && named.Value.IsSure(site.Callee!) && !IsAsked(site.Node)).DistinctBy(site => site.Node.Start));
            foreach (var site in thrownAway)
            {
                context.Examined();
                context.Report(LoopCode.LocationOf(site), LoopCode.Written(site));
            }
        }
    }

    // `if iscoroutinefunction(self.run): … else: self.run()` knows both.
    private static bool IsAsked(SyntaxNode node) => node.Ancestors().OfType<If>().Any(choice => choice.Test.DescendantsAndSelf().OfType<Call>().Any(call => call.Function.LastName() is "iscoroutinefunction" or "iscoroutine" or "isawaitable" or "is_async_callable"));

    private static bool IsThrownAway(CallSite site) =>
        site is { Node: Call { Parent: ExpressionStatement } call, Callee: { IsCoroutine: true } callee, Mode: CallMode.Deferred }
        && callee.Name == call.Function.LastName() && callee.Decorators.All(IsTransparent) && !KnownArguments.None.Excludes(call);

    // Any other decorator may await, schedule or run the coroutine itself.
    private static bool IsTransparent(string decorator) =>
        decorator is "builtins.staticmethod" or "builtins.classmethod" or "abc.abstractmethod" or "typing.override" or "typing_extensions.override";
}
