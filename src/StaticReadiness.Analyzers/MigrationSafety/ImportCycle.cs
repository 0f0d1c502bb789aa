using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Reports groups of modules that import each other at import time, with the shortest way around.</summary>
public sealed class ImportCycle : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0207",
        "import-cycle",
        "Modules import each other",
        "Importing `{0}` leads back to it: {1}",
        DiagnosticSeverity.Warning,
        Precision.VeryHigh,
        "migration-safety",
        "modularity")
    {
        Cwe = [1047],
        PeerIds = ["R0401", "cyclic-import"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var graph = ImportGraph.Of(context.Project);
        if (graph.Modules.Count == 0) context.NotApplicable("the project has no modules of its own");
        context.Examined(graph.Modules.Count);
        foreach (var group in graph.Cycles())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var cycle = group.Select(module => graph.ShortestCycle(module, group)).Where(path => path.Length > 0).MinBy(path => path.Length);
            if (cycle.IsDefaultOrEmpty) continue;
            var start = cycle[0].Importer.QualifiedName;
            var way = string.Join(" → ", cycle.Select(edge => $"`{edge.Target.QualifiedName}`"));
            if (group.Length > cycle.Length) way += $" ({group.Length} modules are entangled)";
            context.Report(context.CreateDiagnostic(cycle[0].Location, start, way) with
            {
                CodeFlow = [.. cycle.Select(edge => new CodeFlowStep(edge.Location, $"`{edge.Importer.QualifiedName}` imports `{edge.Target.QualifiedName}`"))],
            });
        }
    }
}
