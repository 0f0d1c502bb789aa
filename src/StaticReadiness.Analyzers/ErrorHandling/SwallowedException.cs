using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports broad <c>except</c> clauses and <c>contextlib.suppress</c> that drop the error without a trace.</summary>
public sealed class SwallowedException : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0102",
        "swallowed-exception",
        "An unforeseen error disappears without a trace",
        "`{0}` drops the error: nothing is raised, logged or recorded",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "error-handling",
        "no-swallowing")
    {
        Cwe = [390, 396],
        PeerIds = ["BLE001", "S110", "S112", "B110", "B112", "SIM105", "W0703", "broad-except", "W0718", "broad-exception-caught"],
        Fix = FixKind.Manual,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineHandler, SyntaxKind.ExceptHandler);
        context.RegisterSyntaxNodeAction(ExamineSuppress, SyntaxKind.Call);
    }

    private static void ExamineHandler(SyntaxNodeContext context)
    {
        var handler = (ExceptHandler)context.Node;
        context.Examined();
        if (!handler.IsBroad() || handler.Parent is not Try statement) return;
        if (!QuietCode.IsQuiet(handler.Body, context.Model) || handler.UsesException()) return;
        if (ToleratedFailure.Covers(statement, handler) || IsTestSupport(context.Tree)) return;
        context.Report(handler.CulpritSpan(), handler.Type is null ? "except:" : $"except {context.Tree.Text.ToString(handler.Type.Span)}");
    }

    private static void ExamineSuppress(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function.LastName() != "suppress" || context.Model.GetQualifiedName(call.Function) != "contextlib.suppress") return;
        context.Examined();
        if (call.Parent is WithItem { Parent: With with } && (ToleratedFailure.IsCleanup(with.Body) || IsOnTheWayOut(with))) return;
        if (IsTestSupport(context.Tree)) return;
        if (call.Arguments.FirstOrDefault(argument => argument.LastName() is "Exception" or "BaseException") is { } broad)
            context.Report(broad, $"suppress({broad.LastName()})");
    }

    // The error that matters is raised behind it.
    private static bool IsOnTheWayOut(With with) => with.Parent is ExceptHandler outer && outer.Body[^1] is Raise;

    // Fixtures may stand in any file: a plugin of pytest ships with what it tests.
    private static bool IsTestSupport(SyntaxTree tree) =>
        tree.Root.Body.Any(statement => statement is Import import && import.Names.Any(alias => alias.Name == "pytest") || statement is ImportFrom { Module: "pytest" });
}
