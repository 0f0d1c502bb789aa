using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

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
        if (ToleratedFailure.Covers(statement, handler) || BesideTheWork.Contains(statement, statement.Body, context.Tree, context.Model) || IsTestSupport(context.Tree)) return;
        var isForeseen = ForeseenFailure.IsReading(statement.Body) || ForeseenFailure.IsReplaced(statement, handler) || ForeseenFailure.IsCosmetic(statement) || ForeseenFailure.IsAnswered(statement, handler) || ForeseenFailure.IsExplained(statement, handler, context.Tree) || IsAcceptedInside(handler, context.Tree);
        Report(context, handler.CulpritSpan(), handler.Type is null ? "except:" : $"except {context.Tree.Text.ToString(handler.Type.Span)}", isForeseen);
    }

    private static void ExamineSuppress(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function.LastName() != "suppress" || context.Model.GetQualifiedName(call.Function) != "contextlib.suppress") return;
        context.Examined();
        if (IsTestSupport(context.Tree) || call.Arguments.FirstOrDefault(argument => argument.LastName() is "Exception" or "BaseException") is not { } broad) return;
        if (call.Parent is not WithItem { Parent: With with }) Report(context, broad.Span, $"suppress({broad.LastName()})", isForeseen: false);
        else if (!ToleratedFailure.IsCleanup(with.Body) && !BesideTheWork.Contains(with, with.Body, context.Tree, context.Model))
            Report(context, broad.Span, $"suppress({broad.LastName()})", ForeseenFailure.IsReading(with.Body) || with.Body is [Assign] || ForeseenFailure.IsExplained(with, with, context.Tree));
    }

    // `pass  # nosec B110`: Bandit takes the comment on any line of the clause.
    private static bool IsAcceptedInside(ExceptHandler handler, SyntaxTree tree) =>
        handler.Body is [var only] && tree.Comments.Any(comment => tree.Text.GetLineIndex(comment.Start) == tree.Text.GetLineIndex(only.Start)
            && tree.Text.ToString(comment) is var text && text.Contains("nosec", StringComparison.Ordinal) && (text.Contains("B110", StringComparison.Ordinal) || text.Contains("B112", StringComparison.Ordinal)));

    // What the author foresaw is still dropped, with all that was not foreseen: worth knowing, not worth a warning.
    private static void Report(SyntaxNodeContext context, TextSpan span, string clause, bool isForeseen)
    {
        var finding = context.CreateDiagnostic(context.LocationOf(span), clause);
        // Who runs an application wants its errors in its logs; a library has none of its own, and often must not fail where it only watches.
        context.Report(isForeseen || context.Project.Kind != ProjectKind.Application ? finding with { Severity = DiagnosticSeverity.Note } : finding);
    }

    // Fixtures and doubles may stand in any file: a plugin of pytest ships with what it tests.
    private static bool IsTestSupport(SyntaxTree tree) =>
        tree.Path.Split('/').Any(part => part.EndsWith("tests", StringComparison.Ordinal) || part.StartsWith("fake", StringComparison.Ordinal) || part.StartsWith("mock", StringComparison.Ordinal))
        || tree.Root.Body.Any(statement => statement is Import import && import.Names.Any(alias => alias.Name is "pytest" or "unittest") || statement is ImportFrom { Module: "pytest" or "unittest" });
}
