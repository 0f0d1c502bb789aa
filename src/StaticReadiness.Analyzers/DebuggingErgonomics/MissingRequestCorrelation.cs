using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports web applications in which no log line can be traced to its request.</summary>
public sealed class MissingRequestCorrelation : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0404",
        "missing-request-correlation",
        "No log line can be traced to its request",
        "nothing in `{0}` gives requests an id: no middleware, context variable, header or tracing",
        DiagnosticSeverity.Note,
        Precision.High,
        "debugging-ergonomics",
        "correlation")
    {
        Cwe = [778],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (ServedApplications.First(context) is not { } application) return;
        context.Examined();
        if (Instrumentation.Of(context.Project).Find("correlation") is { } proof)
            context.Prove("debugging-ergonomics/correlation", proof.Location, proof.Message);
        else context.Report(application.Location, application.Name);
    }
}
