namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>One rule: a descriptor, and the actions it registers. Stateless: one instance serves all files and threads.</summary>
public abstract class DiagnosticAnalyzer
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    public abstract void Initialize(AnalysisContext context);
}
