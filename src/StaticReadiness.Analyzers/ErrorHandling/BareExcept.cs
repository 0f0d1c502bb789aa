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
        Precision.VeryHigh,
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
        if (handler.Parent is Try statement && ToleratedFailure.FailsLater(statement)) return;
        context.Report(handler.CulpritSpan(), handler.Type is null ? "except:" : "except BaseException");
    }
}
