using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports tasks and futures that nobody keeps, and gathered exceptions that nobody looks at.</summary>
public sealed class LostBackgroundTask : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Names = ["create_task", "ensure_future", "gather", "submit", "run_in_executor"];

    private static readonly HashSet<string> TaskFunctions = ["asyncio.create_task", "asyncio.ensure_future", "asyncio.tasks.create_task", "asyncio.tasks.ensure_future"];

    private static readonly HashSet<string> LoopMakers = ["get_event_loop", "get_running_loop", "new_event_loop"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0111",
        "lost-background-task",
        "Nobody sees a background task fail",
        "{0} {1}: {2}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "error-handling",
        "background-failures")
    {
        Cwe = [252, 391],
        PeerIds = ["RUF006", "S7502"],
        Fix = FixKind.Manual,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no background task"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function.LastName() is not { } name || !Names.Contains(name)) return;
        var form = FormOf(call, name, context.Model);
        if (form == TaskForm.None || TestSupport.IsNamed(context.Tree)) return;
        context.Examined();
        if (form == TaskForm.Gather)
        {
            if (call.Parent is Await { Parent: ExpressionStatement statement } && !IsCleanUp(statement) && !IsExplained(statement, context.Tree) && MayLose(call, context.Model)) Report(context, call, DiagnosticSeverity.Note, "what", "`gather()` returns is dropped", "with `return_exceptions=True`, nobody sees its failures");
        }
        else if (IsDropped(call) && !RunsHere(call))
        {
            if (form == TaskForm.Task) Report(context, call, DiagnosticSeverity.Warning, "nothing keeps the task of", Written(call), AnswersForItself(call, context.Model) ? "it may vanish before it ends" : "it may vanish before it ends, and nobody asks for its failure");
            else if (!AnswersForItself(call, context.Model)) Report(context, call, DiagnosticSeverity.Warning, "nothing keeps the future of", Written(call), "nobody asks for its failure");
        }
    }

    // `loop.create_task(main()); loop.run_forever()`: the function that makes the task runs it too. `__del__` has nobody to hand one to.
    private static bool RunsHere(Call call) => call.EnclosingFunction() is { } function ? function.Name == "__del__" || Runs(function.Body, call)
        : call.Ancestors().OfType<Module>().FirstOrDefault() is { } module && Runs(module.Body, call);

    private static bool Runs(ImmutableArray<Statement> body, Call call) =>
        body.DescendantsInScope().OfType<Call>().Any(other => other.Start > call.Start && other.Function.LastName() is "run_forever");

    private static void Report(SyntaxNodeContext context, Call call, DiagnosticSeverity severity, string subject, string work, string consequence) =>
        context.Report(context.CreateDiagnostic(context.LocationOf(call.Function), subject, work, consequence) with { Severity = severity });

    private static bool AnswersForItself(Call call, SemanticModel model) => WorkOf(call) is { } work && SeesItsFailures(work, model);

    // A function all of whose work stands in a broad `try` sees its own failures, also where `finally`, `with` or a loop stands around it.
    private static bool SeesItsFailures(Expression work, SemanticModel model) => model.ResolveFunction(work) is { Definition: { } function } && HasBroadHandler(function.Body);

    private static bool HasBroadHandler(IEnumerable<Statement> body) => body.Any(statement => statement switch
    {
        Try attempt => attempt.Handlers.Any(handler => handler.IsBroad()) || HasBroadHandler(attempt.Body),
        With block => HasBroadHandler(block.Body),
        While loop => HasBroadHandler(loop.Body),
        _ => false,
    });

    // Tasks that somebody else has made may be seen to by him; of work that is started here it can be told whether it sees its own failures.
    private static bool MayLose(Call gather, SemanticModel model) =>
        GatheredWork.Of(gather) is { IsEmpty: false } works && !works.All(work => SeesItsFailures(work, model));

    private static TaskForm FormOf(Call call, string name, SemanticModel model) => name switch
    {
        "gather" => call.KeywordValue("return_exceptions").IsTrue() && model.GetQualifiedName(call.Function) is "asyncio.gather" or "asyncio.tasks.gather" ? TaskForm.Gather : TaskForm.None,
        "submit" => IsExecutor(call, model) ? TaskForm.Future : TaskForm.None,
        "run_in_executor" => IsLoop(call, model) ? TaskForm.Future : TaskForm.None,
        _ => model.GetQualifiedName(call.Function) is { } qualified && TaskFunctions.Contains(qualified) || (name == "create_task" && IsLoop(call, model)) ? TaskForm.Task : TaskForm.None,
    };

    // A task group keeps its tasks, so that the receiver has to be known for a loop.
    private static bool IsLoop(Call call, SemanticModel model) => call.Function is Attribute { Value: var receiver }
        && (model.GetType(receiver)?.QualifiedName is { } type ? type.Contains("EventLoop", StringComparison.Ordinal)
            : receiver is Call made ? made.Function.LastName() is { } maker && LoopMakers.Contains(maker) : receiver.LastName() is "loop" or "_loop" or "event_loop");

    private static bool IsExecutor(Call call, SemanticModel model) =>
        call.Function is Attribute { Value: var receiver } && model.GetType(receiver)?.QualifiedName is { } type && type.StartsWith("concurrent.futures.", StringComparison.Ordinal) && type.EndsWith("Executor", StringComparison.Ordinal);

    private static bool IsDropped(Call call) => call.Parent switch
    {
        ExpressionStatement => true,
        Assign { Targets: [Name variable] } assign => IsNeverRead(assign, variable),
        Lambda or _ => false,
    };

    private static bool IsNeverRead(Assign assign, Name variable) =>
        assign.EnclosingFunction() is { } function && (variable.Identifier == "_" || !function.Body.Any(statement => statement.DescendantsAndSelf().Any(node =>
            node is Name { Context: not ExpressionContext.Store } read && read.Identifier == variable.Identifier || node is Global or Nonlocal)));

    // `task.cancel()` … `await gather(…, return_exceptions=True)`: the exceptions are those of the cancellation; in `finally` they would hide the one that is on its way.
    private static bool IsCleanUp(ExpressionStatement statement) =>
        statement.WithParents().Any(pair => pair.Parent is Try attempt && pair.Node is Statement inner && attempt.FinalBody.Contains(inner))
        || statement.EnclosingFunction() is { } function
        && (function.Body.DescendantsInScope().OfType<Call>().Any(call => call.Start < statement.Start && call.Function.LastName() is "cancel" or "close" or "set" or "aclose" or "stop" or "shutdown")
            || IdentifierWords.Split(function.Name).Any(word => word is "close" or "stop" or "shutdown" or "cleanup" or "cancel" or "teardown" or "aclose" or "disconnect" or "aexit" or "join" or "drain" or "terminate" or "remove" or "exit"));

    // Whoever asks for the exceptions and drops them says why, if it is meant.
    private static bool IsExplained(ExpressionStatement statement, SyntaxTree tree)
    {
        var line = tree.Text.GetLineIndex(statement.Start);
        return tree.Comments.Any(comment => tree.Text.GetLineIndex(comment.Start) is var at && at < line && line - at <= 4 && IdentifierWords.Split(tree.Text.ToString(comment)).Count >= 4 && (statement.EnclosingFunction()?.Start ?? 0) < comment.Start);
    }

    private static Expression? WorkOf(Call call)
    {
        var position = call.Function.LastName() == "run_in_executor" ? 1 : 0;
        var work = position < call.Arguments.Length ? call.Arguments[position] : call.KeywordValue("coro");
        // `context.run, work` and `partial(work, …)` run something else.
        if (work is Attribute { Name: "run" } && call.Function.LastName() is "submit" or "run_in_executor" && position + 1 < call.Arguments.Length) return call.Arguments[position + 1];
        return work is Call made ? made.Function.LastName() == "partial" && made.Arguments is [var applied, ..] ? applied : made.Function : work;
    }

    private static string Written(Call call) => WorkOf(call).LastName() is { } name ? $"`{name}()`" : $"`{call.Function.LastName()}()`";

    private enum TaskForm { None, Task, Future, Gather }
}
