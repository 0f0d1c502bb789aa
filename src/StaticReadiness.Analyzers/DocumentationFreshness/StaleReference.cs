using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports documents that name modules, symbols, files, commands or settings that do not exist.</summary>
public sealed class StaleReference : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0702",
        "stale-reference",
        "A document names something that no longer exists",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "documentation-freshness",
        "agrees-with-code");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no document names anything of the code");
        var project = context.Project;
        foreach (var document in ProjectDocuments.Of(project).Current)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (DocumentTense.IsOfAnotherTime(document.Path)) continue;
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var reference in SymbolReferences.Check(project, document).Concat(PathReferences.Check(project, document)).Concat(CommandReferences.Check(project, document)).Concat(SettingReferences.Check(project, document)))
            {
                context.Examined();
                if (reference.Problem is null || DocumentTense.SpeaksOfAnotherTime(document, reference.Span) || !told.Add(reference.Culprit)) continue;
                context.Report(new Location(document.Path, document.Text, reference.Span), reference.Problem);
            }
        }
    }
}
