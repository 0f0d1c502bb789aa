using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports <c>except:</c> and <c>except BaseException</c> that hold back an interrupt or an exit.</summary>
public sealed class BareExcept : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0103",
        "bare-except",
        "An `except` holds back interrupts and exits",
        "`{0}` also catches `KeyboardInterrupt` and `SystemExit` and raises nothing",
        DiagnosticSeverity.Warning,
        Precision.High,
        "error-handling",
        "no-swallowing")
    {
        Cwe = [396],
        PeerIds = ["E722", "B001", "W0702", "bare-except", "BLE001"],
        Fix = FixKind.Unsafe,
    };

    public override void Initialize(AnalysisContext context) => context.RegisterSyntaxNodeAction(Examine, SyntaxKind.ExceptHandler);

    private static void Examine(SyntaxNodeContext context)
    {
        var handler = (ExceptHandler)context.Node;
        context.Examined();
        if (!handler.CatchesExit() || handler.Raises() || handler.EndsProcess(context.Model)) return;
        if (handler.UsesException() && handler.HandsExceptionOn()) return;
        if (handler.Parent is Try statement && (ToleratedFailure.FailsLater(statement) || IsMeant(statement, handler, context.Tree))) return;
        context.Report(handler.CulpritSpan(), handler.Type is null ? "except:" : "except BaseException");
    }

    // Nobody writes `BaseException` by oversight where a comment tells why, or where the failure itself is passed on.
    private static bool IsMeant(Try statement, ExceptHandler handler, SyntaxTree tree) =>
        handler.Type is not null && (ForeseenFailure.IsExplained(statement, handler, tree) || HasComment(handler, tree) || handler.Body.DescendantsInScope().Any(node => node is Name { Identifier: "ExceptionInfo" or "exc_info" } or Python.Syntax.Attribute { Name: "exc_info" or "format_exception", Parent: Call }));

    private static bool HasComment(ExceptHandler handler, SyntaxTree tree)
    {
        var line = tree.Text.GetLineIndex(handler.Start);
        return tree.Comments.Any(comment => tree.Text.GetLineIndex(comment.Start) == line && IdentifierWords.Split(tree.Text.ToString(comment)) is { Count: >= 4 } words && words[0] is not ("noqa" or "pylint" or "type" or "pragma"));
    }
}
