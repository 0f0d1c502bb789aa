using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports web applications whose log lines only a person can read.</summary>
public sealed class UnstructuredLogging : DiagnosticAnalyzer
{
    private const string Criterion = "debugging-ergonomics/logging";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0405",
        "unstructured-logging",
        "Log lines are plain text",
        "`{0}` logs plain text: no structured formatter is set up",
        DiagnosticSeverity.Note,
        Precision.High,
        "debugging-ergonomics",
        "logging")
    {
        Cwe = [778],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (ServedApplications.First(context) is not { } application) return;
        var instrumentation = Instrumentation.Of(context.Project);
        context.Examined();
        if (instrumentation.Find("dict-config") is { } configuration) context.Prove(Criterion, configuration.Location, configuration.Message);
        if (instrumentation.Find("structured") is { } proof) context.Prove(Criterion, proof.Location, proof.Message);
        else context.Report(instrumentation.Configuration ?? application.Location, application.Name);
    }
}
