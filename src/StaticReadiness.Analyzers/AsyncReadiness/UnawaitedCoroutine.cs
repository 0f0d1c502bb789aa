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
        var names = new HashSet<string>();
        var overriding = graph.Functions.Where(function => function is { IsMethod: true, IsCoroutine: false }).ToLookup(function => function.Name);
        var ambiguous = graph.Functions.Where(function => !function.IsLambda && !names.Add(function.QualifiedName)).Select(function => function.QualifiedName).ToHashSet();
        foreach (var function in context.Project.Functions)
        {
            if (context.Project.Files.TryGet(function.Tree.Path) is not { Role: FileRoles.Application }) continue;
            foreach (var site in graph.GetCalls(function).Where(site => IsThrownAway(site) && !ambiguous.Contains(site.Callee!.QualifiedName) && !IsOverridden(site.Callee, overriding) && !IsAsked(site.Node)).DistinctBy(site => site.Node.Start))
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

    // A subclass may do the work at once where the base class only promises it.
    private static bool IsOverridden(FunctionSymbol method, ILookup<string, FunctionSymbol> overriding) =>
        method.ContainingClass is { } owner && overriding[method.Name].Any(other => other.ContainingClass is { } @class && @class != owner && @class.IsSubclassOf(owner.QualifiedName));

    // Any other decorator may await, schedule or run the coroutine itself.
    private static bool IsTransparent(string decorator) =>
        decorator is "builtins.staticmethod" or "builtins.classmethod" or "abc.abstractmethod" or "typing.override" or "typing_extensions.override";
}
