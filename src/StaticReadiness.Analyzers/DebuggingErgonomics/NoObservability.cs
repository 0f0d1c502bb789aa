using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports web applications with neither error tracking, tracing nor metrics.</summary>
public sealed class NoObservability : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0409",
        "no-observability",
        "Nothing tells how the running application fares",
        "`{0}` has neither error tracking nor traces nor metrics",
        DiagnosticSeverity.Note,
        Precision.High,
        "debugging-ergonomics",
        "observability")
    {
        Cwe = [778],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (ServedApplications.First(context) is not { } application) return;
        context.Examined();
        if (Instrumentation.Of(context.Project).Find("tracing", "errors", "metrics") is { } proof)
            context.Prove("debugging-ergonomics/observability", proof.Location, proof.Message);
        else context.Report(application.Location, application.Name);
    }
}
