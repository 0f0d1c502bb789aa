using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports tests that wait for a fixed time instead of for what they wait for.</summary>
public sealed class SleepInTest : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Sleeps = ["time.sleep", "asyncio.sleep", "anyio.sleep", "trio.sleep", "gevent.sleep", "eventlet.sleep", "tornado.gen.sleep", "curio.sleep"];

    private static readonly HashSet<string> Clocks = ["freezegun", "time_machine", "freezer", "libfaketime"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0608",
        "sleep-in-test",
        "A test sleeps for a fixed time",
        "`{0}` makes `{1}` wait for a fixed time",
        DiagnosticSeverity.Warning,
        Precision.High,
        "testing-culture",
        "determinism")
    {
        AppliesTo = FileRoles.Test,
        PeerIds = ["S2925"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.FunctionDef);
        context.RegisterSyntaxNodeAction(ProveFrozenClock, SyntaxKind.Import, SyntaxKind.ImportFrom);
    }

    private static void ProveFrozenClock(SyntaxNodeContext context)
    {
        var module = context.Node switch
        {
            ImportFrom { Level: 0, Module: { } from } => from,
            Import import => import.Names.Select(alias => alias.Name).FirstOrDefault(name => Clocks.Contains(ModuleNames.TopLevel(name))),
            _ => null,
        };
        if (module is not null && Clocks.Contains(ModuleNames.TopLevel(module))) context.Prove("testing-culture/determinism", context.LocationOf(context.Node), $"`{ModuleNames.TopLevel(module)}` sets the clock in tests");
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var test = (FunctionDef)context.Node;
        if (!TestFunctions.IsTest(test, context.File, context.Model)) return;
        context.Examined();
        if (!context.Tree.MayMention("sleep")) return;
        foreach (var node in test.Body.DescendantsInScope())
        {
            if (node is not Call call || (call.Function is not Name && call.Function.LastName() != "sleep") || context.Model.GetQualifiedName(call.Function) is not { } name || !Sleeps.Contains(name)) continue;
            if (IsZero(call) || !Waits(call) || IsPolling(call, test) || IsReplaced(test, context)) continue;
            context.Report(call, context.Tree.Text.ToString(call.Span), test.Name);
        }
    }

    // Zero lets other tasks run; it waits for nobody.
    private static bool IsZero(Call call) => call.Arguments is not [var delay, ..] || delay is Constant { Text: "0" or "0.0" or "0." };

    // `wait_for(sleep(9), 1)` plays a slow partner; only a sleep that the test itself goes through is waiting.
    private static bool Waits(Call call) => call.Parent is ExpressionStatement or Await { Parent: ExpressionStatement };

    private static bool IsPolling(Call call, FunctionDef test) =>
        call.Ancestors().TakeWhile(ancestor => ancestor != test).Any(ancestor =>
            ancestor is While || (ancestor is For loop && loop.Body.DescendantsInScope().Any(inner => inner is Break or Return)));

    private static bool IsReplaced(FunctionDef test, SyntaxNodeContext context) =>
        test.DescendantsAndSelf().Any(node => node is Constant { StringValue: { } text } && (text == "sleep" || text.EndsWith(".sleep", StringComparison.Ordinal)))
        || (test.Parent is ClassDef owner && owner.Decorators.Any(decorator => context.Tree.Text.ToString(decorator.Span).Contains("sleep", StringComparison.Ordinal)));
}
