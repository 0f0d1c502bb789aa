using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports links, images, inclusions and entries of tables of contents that lead to no file or to no heading.</summary>
public sealed class DeadLink : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0711",
        "dead-link",
        "A link in a document leads nowhere",
        "`{0}` leads to {1}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "documentation-freshness",
        "agrees-with-code");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no document links to a file");
        var targets = LinkTargets.Of(context.Project);
        foreach (var document in ProjectDocuments.Of(context.Project).Current)
        {
            if (document.Path.EndsWith(".mdx", StringComparison.Ordinal)) continue;
            foreach (var link in document.Links) Examine(context, document, link, targets);
            if (document.Format == DocumentFormat.ReStructuredText) ExamineEntries(context, document);
        }

        foreach (var (page, location, exists) in SiteNavigation.Pages(context.Project))
        {
            context.Examined();
            if (!exists) context.Report(location, page, "no file");
        }
    }

    private static void Examine(ProjectContext context, Document document, DocumentLink link, LinkTargets targets)
    {
        if (targets.IsChecked(document, link))
        {
            context.Examined();
            if (targets.IsThere(document, link)) ExamineAnchor(context, document, link, targets);
            else context.Report(new Location(document.Path, document.Text, link.Span), link.PathPart, "no file");
        }
        else if (link.Target.StartsWith('#'))
        {
            ExamineAnchor(context, document, link, targets);
        }
    }

    private static void ExamineAnchor(ProjectContext context, Document document, DocumentLink link, LinkTargets targets)
    {
        if (targets.FindAnchored(document, link) is not { } target || !Anchors.CanBeJudged(target, link.Fragment!)) return;
        context.Examined();
        if (Anchors.Has(target, link.Fragment!)) return;
        context.Report(context.CreateDiagnostic(new Location(document.Path, document.Text, link.Span), link.Target, target == document ? "no heading of this document" : $"no heading of `{target.Path}`") with
        {
            Severity = DiagnosticSeverity.Note,
        });
    }

    private static void ExamineEntries(ProjectContext context, Document document)
    {
        foreach (var entry in document.Literals)
        {
            if (SphinxDocuments.Check(context.Project, document, entry) is not { } exists) continue;
            context.Examined();
            if (!exists) context.Report(new Location(document.Path, document.Text, entry.Span), entry.Text, "no document");
        }
    }
}
