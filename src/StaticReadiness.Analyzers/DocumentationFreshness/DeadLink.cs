using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports relative links and images of documents that lead to no file.</summary>
public sealed class DeadLink : DiagnosticAnalyzer
{
    // Site generators turn other endings into pages of their own.
    private static readonly string[] Extensions = [".md", ".rst", ".txt", ".py", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".toml", ".yml", ".yaml", ".json", ".sh", ".cfg", ".ini"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0711",
        "dead-link",
        "A link in a document leads nowhere",
        "`{0}` leads to no file",
        DiagnosticSeverity.Warning,
        Precision.High,
        "documentation-freshness",
        "readme");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no document links to a file");
        foreach (var document in ProjectDocuments.Of(context.Project).Current)
        {
            if (document.Format != DocumentFormat.Markdown || document.Path.EndsWith(".mdx", StringComparison.Ordinal)) continue;
            foreach (var link in document.Links)
            {
                if (!link.IsRelative || !Extensions.Contains(System.IO.Path.GetExtension(link.PathPart).ToLowerInvariant())) continue;
                if (RepositoryPath.Combine(RepositoryPath.DirectoryOf(document.Path), link.PathPart) is not { } target) continue;
                context.Examined();
                if (!IsThere(context.Project.Files, document, link, target)) context.Report(new Location(document.Path, document.Text, link.Span), link.PathPart);
            }
        }
    }

    private static IEnumerable<string> Navigations(RepositoryFiles files) =>
        files.Files.Where(file => file.Name is "mkdocs.yml" or "mkdocs.yaml").Select(file => file.ReadText().ValueOrDefault()?.Content ?? "");

    private static bool IsThere(RepositoryFiles files, Document document, DocumentLink link, string target)
    {
        if (files.Exists(target)) return true;
        if (files.TryGet(document.Path)?.Role != FileRoles.Documentation) return false;
        // A page that the site's navigation names and nobody wrote is made when the site is built.
        if (Navigations(files).Any(navigation => navigation.Contains(target[(target.IndexOf("docs/", StringComparison.Ordinal) is var at and >= 0 ? at + 5 : 0)..], StringComparison.Ordinal))) return true;
        // Sites resolve against the page's own folder or against the documents' root as well.
        for (var folder = document.Path; folder.Length > 0;)
        {
            folder = RepositoryPath.DirectoryOf(folder);
            if (RepositoryPath.Combine(folder, link.PathPart.Replace("../", "", StringComparison.Ordinal)) is { } other && files.Exists(other)) return true;
        }

        return false;
    }
}
