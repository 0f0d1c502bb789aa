using System.Collections.Frozen;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ErrorHandling;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports broad <c>except</c> clauses that log the error's text and drop its traceback.</summary>
public sealed class TracebackDropped : DiagnosticAnalyzer
{
    private static readonly FrozenSet<string> Keepers = FrozenSet.Create(
        StringComparer.Ordinal,
        "capture_exception", "captureException", "record_exception", "notice_error", "report_exc_info", "exc_info", "print_exc", "format_exc", "print_exception", "format_exception", "format_tb", "print_tb", "set_exception", "exception", "from_exception", "extract_tb");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0403",
        "traceback-dropped",
        "An unforeseen exception is logged without its traceback",
        "`{0}()` logs an unforeseen exception without its traceback",
        DiagnosticSeverity.Warning,
        Precision.High,
        "debugging-ergonomics",
        "tracebacks")
    {
        PeerIds = ["TRY400", "G201"],
        Fix = FixKind.Unsafe,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.ExceptHandler);
        context.RegisterProjectAction(static context => context.NotApplicable("no broad `except` logs"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var handler = (ExceptHandler)context.Node;
        if (!handler.IsBroad()) return;
        var calls = handler.Body.DescendantsInScope().OfType<Call>().ToList();
        if (!calls.Any(call => LogCalls.LevelOf(call, context.Model) is not null)) return;
        context.Examined();
        if (handler.Raises() || handler.EndsProcess(context.Model) || calls.Any(call => KeepsTraceback(call, context)) || handler.Body.DescendantsInScope().Any(node => node is Python.Syntax.Attribute { Name: "__traceback__" }) || (handler.Name is not null && handler.HandsExceptionOn())) return;
        if (calls.FirstOrDefault(call => LogCalls.LevelOf(call, context.Model) is "warning" or "warn" or "error" or "critical" or "fatal") is { } culprit)
            context.Report(culprit.Function, context.Tree.Text.ToString(culprit.Function.Span));
    }

    // Kept by the log call, written by `traceback`, or sent to an error tracker; `exc_info=False` says that somebody weighed it.
    private static bool KeepsTraceback(Call call, SyntaxNodeContext context) =>
        LogCalls.LevelOf(call, context.Model) == "exception"
        || call.KeywordValue("exc_info") is not null
        || call.Keywords.Any(keyword => keyword.Name is null)
        || Keepers.Contains(call.Function.LastName() ?? "");
}
