using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Reports threads and processes that requests start and leave running.</summary>
public sealed class InProcessBackgroundWork : DiagnosticAnalyzer
{
    private const string Criterion = "lifecycle-and-operations/background-work";

    private static readonly HashSet<string> Starters = ["threading.Thread", "threading.Timer", "multiprocessing.Process", "multiprocessing.context.Process", "_thread.start_new_thread"];

    /// <summary>Words of functions that start what runs on, or whose work nobody misses.</summary>
    private static readonly HashSet<string> HarmlessWords = ["start", "warm", "warmup", "prewarm", "telemetry", "analytics"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1209",
        "in-process-background-work",
        "A request starts a thread or process and leaves it running",
        "`{0}` starts a {1} that nobody waits for: its work is lost when the server stops{2}",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "lifecycle-and-operations",
        "background-work");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("requests leave no work behind");
        if (context.Project.Kind != ProjectKind.Application) return;
        foreach (var function in RequestCode.Of(context.Project))
        {
            if (function.Function.Definition is not { } definition || IdentifierWords.Split(definition.Name).Any(HarmlessWords.Contains)) continue;
            context.CancellationToken.ThrowIfCancellationRequested();
            var model = context.Project.Compilation.GetSemanticModel(function.Function.Tree);
            foreach (var call in definition.Body.DescendantsInScope().OfType<Call>())
            {
                if (call.Function.LastName() is not ("Thread" or "Timer" or "Process" or "start_new_thread") || model.GetQualifiedName(call.Function) is not { } name || !Starters.Contains(name)) continue;
                context.Examined();
                if (IsWaitedFor(definition) || IsKept(call, definition) || OnlyStartsTool(call, model)) continue;
                var through = function.Path.IsEmpty ? "" : $"; the handler `{function.Handler.Function.Name}` calls it";
                var place = new Location(function.Function.Tree.Path, function.Function.Tree.Text, call.Function.Span);
                context.Report(context.CreateDiagnostic(place, function.Function.Name, name.EndsWith("Process", StringComparison.Ordinal) ? "process" : "thread", through) with
                {
                    CodeFlow = function.Path.IsEmpty ? [] : function.FlowTo(call.Function, "starts it"),
                });
            }
        }

        if (TaskQueues.Find(context.Project) is { } queue)
        {
            context.Examined();
            context.Prove(Criterion, queue.Place, queue.Text);
        }
    }

    // A thread that fills a queue works for the answer itself.
    private static bool IsWaitedFor(FunctionDef function) => function.Body.DescendantsInScope().Any(node =>
        node is Call { Function: Attribute { Name: "join" or "is_alive" or "cancel" or "terminate", Value: Name } } || (node is Call made && made.Function.LastName() is "Queue" or "SimpleQueue" or "Event"));

    // The tool that a thread starts (`adb forward`) has its own life; the thread has no work that could be lost.
    private static bool OnlyStartsTool(Call call, SemanticModel model) =>
        (call.KeywordValue("target") ?? call.KeywordValue("function")) is Name target && model.GetSymbol(target)?.Resolve() is { } symbol
        && symbol.Bindings.OfType<FunctionDef>().FirstOrDefault() is { } work && work.Body.DescendantsInScope().OfType<Call>().ToList() is { Count: > 0 } calls
        && calls.Exists(inner => IsOfTool(inner, model)) && calls.TrueForAll(inner => IsOfTool(inner, model) || LogCalls.LevelOf(inner, model) is not null);

    private static bool IsOfTool(Call call, SemanticModel model) =>
        model.GetQualifiedName(call.Function) is { } name && (name.StartsWith("subprocess.", StringComparison.Ordinal) || name is "os.system" or "os.popen" or "shlex.split");

    // A worker that is kept, `self.worker = Thread(…)`, handed back, or made behind a question whether there is one.
    private static bool IsKept(Call call, FunctionDef function) =>
        call.Parent is Assign { Targets: [Attribute or Subscript, ..] } || call.Parent is Return || function.Body.DescendantsInScope().Any(node => node switch
        {
            Global => true,
            Return { Value: Name returned } => call.Parent is Assign { Targets: [Name made] } && made.Identifier == returned.Identifier,
            _ => false,
        });
}
