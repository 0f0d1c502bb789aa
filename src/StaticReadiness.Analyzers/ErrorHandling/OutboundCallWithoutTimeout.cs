using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports network calls that wait for ever when the other side is silent.</summary>
public sealed class OutboundCallWithoutTimeout : DiagnosticAnalyzer
{
    private const string Criterion = "error-handling/outbound-resilience";

    private static readonly HashSet<string> RetryDecorators =
        ["tenacity.retry", "backoff.on_exception", "backoff.on_predicate", "stamina.retry", "stamina.retry_context", "retrying.retry", "tenacity.AsyncRetrying", "tenacity.Retrying"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0106",
        "outbound-call-without-timeout",
        "A network call waits for ever when the other side is silent",
        "`{0}()` waits for ever: {1}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "error-handling",
        "outbound-resilience")
    {
        Cwe = [1088],
        PeerIds = ["S113", "B113", "W3101", "missing-timeout"],
        Fix = FixKind.Unsafe,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no call of a known network library"));
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        var last = call.Function.LastName();
        if (last is "retry" or "on_exception" or "on_predicate" or "retry_context" or "Retrying" or "AsyncRetrying") ProveRetry(context, call);
        if (!OutboundCalls.MayBe(last)) return;
        if (OutboundCalls.Find(context.Model.GetQualifiedName(call.Function)) is not { } outbound) return;
        var timeout = call.Argument(outbound.Position, outbound.Timeout);
        if (timeout is null && (call.HasUnpacking() || IsBoundedElsewhere(context, call, outbound))) return;
        // `SMTP()` and `Telnet()` connect only when they are told where to.
        if (call.Arguments.IsEmpty && call.Keywords.IsEmpty && last is "SMTP" or "SMTP_SSL" or "Telnet" or "FTP" or "FTP_TLS") return;
        context.Examined();
        if (timeout is null && outbound.Default != "bounded")
            context.Report(call.Function, Written(call), "no timeout");
        else if (timeout.IsNone() && outbound.Name != "aiohttp.ClientTimeout")
            context.Report(call.KeywordValue(outbound.Timeout) is { } value ? value : call.Function, Written(call), $"`{outbound.Timeout}=None`");
        else if (timeout is not null && outbound.Name is "httpx.Client" or "httpx.AsyncClient" or "aiohttp.ClientSession")
            context.Prove(Criterion, context.LocationOf(call.Function), $"`{Written(call)}` is created with a timeout");
    }

    private static string Written(Call call) => call.Function.DottedName() ?? call.Function.LastName()!;

    private static bool IsBoundedElsewhere(SyntaxNodeContext context, Call call, OutboundCall outbound) => outbound switch
    {
        { Default: "socket" } => context.Project.GetFact(DefaultSocketTimeout.Find).IsSet,
        { Timeout: "connect_timeout" } => call.Arguments.FirstOrDefault() is { } dsn && (dsn.StringValue() is not { } text || text.Contains("connect_timeout")),
        { Name: "requests.Session.send" } => false,
        _ when outbound.Name.StartsWith("requests.Session.", StringComparison.Ordinal) => SessionTimeouts.IsConfigured(context.Tree),
        _ => false,
    };

    private static void ProveRetry(SyntaxNodeContext context, Call call)
    {
        if (context.Model.GetQualifiedName(call.Function) is { } name && RetryDecorators.Contains(name) && !(call.Arguments.IsEmpty && call.Keywords.IsEmpty))
            context.Prove(Criterion, context.LocationOf(call.Function), $"`{Written(call)}` tries again within limits");
    }
}
