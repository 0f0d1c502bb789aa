using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports environment variables that the code reads and nothing beside the code names.</summary>
public sealed class UndocumentedSetting : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0509",
        "undocumented-setting",
        "An environment variable is read and documented nowhere",
        "`{0}` is read here, and no document, example or deployment file names it",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "configuration-management",
        "documented-keys")
    {
        Cwe = [1059],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no environment variable is read");
        if (context.Project.Kind is not (ProjectKind.Application or ProjectKind.Cli)) return;
        var known = DocumentedKeys.Of(context.Project);
        var seen = new HashSet<string>();
        foreach (var (tree, file, reads) in EnvironmentUse.Of(context.Project).Reads)
        {
            if (DebugSettings.IsDevelopmentFile(file)) continue;
            foreach (var read in reads)
            {
                if (read.Key is not { Length: > 2 } key || DocumentedKeys.IsOfSystem(key) || !seen.Add(key)) continue;
                context.Examined();
                if (!known.Contains(key)) context.Report(new Location(tree.Path, tree.Text, read.Node.Span), key);
            }
        }
    }
}
