using StaticReadiness.Analysis;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Where the links of documents lead within the repository: a fact shared by the rules on documentation.</summary>
internal sealed class LinkTargets
{
    // Site generators turn other endings into pages of their own.
    private static readonly string[] Extensions = [".md", ".rst", ".txt", ".py", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".toml", ".yml", ".yaml", ".json", ".sh", ".cfg", ".ini"];

    private readonly RepositoryFiles files;
    private readonly MadeFiles made;
    private readonly Dictionary<string, Document> documents;
    private readonly List<string> navigations;

    private LinkTargets(Project project)
    {
        files = project.Files;
        made = MadeFiles.Of(project);
        documents = ProjectDocuments.Of(project).All.ToDictionary(document => document.Path);
        navigations = [.. files.Files.Where(file => file.Name is "mkdocs.yml" or "mkdocs.yaml").Select(file => file.ReadText().ValueOrDefault()?.Content ?? "")];
    }

    public static LinkTargets Of(Project project) => project.Whole.GetFact(static p => new LinkTargets(p));

    /// <summary>Whether a link is relative, leads into the repository and to a file as it lies there.</summary>
    public bool IsChecked(Document document, DocumentLink link) =>
        link.IsRelative && Extensions.Contains(System.IO.Path.GetExtension(link.PathPart).ToLowerInvariant()) && !link.Target.Contains('*')
        // What language models are given is made from the pages.
        && !link.PathPart.EndsWith(".html.md", StringComparison.Ordinal) && !link.PathPart.StartsWith("llms", StringComparison.Ordinal)
        && RepositoryPath.Combine(RepositoryPath.DirectoryOf(document.Path), link.PathPart) is not null
        // Sphinx shows pages by other names than their files': what is a link there is no path.
        && (document.Format == DocumentFormat.Markdown || !link.PathPart.EndsWith(".txt", StringComparison.Ordinal));

    public bool IsThere(Document document, DocumentLink link)
    {
        var target = RepositoryPath.Combine(RepositoryPath.DirectoryOf(document.Path), link.PathPart)!;
        if (files.Exists(target) || made.IsIgnored(target)) return true;
        if (files.TryGet(document.Path)?.Role != FileRoles.Documentation) return false;
        if (made.Contains(target)) return true;
        // Generators of sites serve pictures from folders of their own.
        if (link.IsImage && link.PathPart.TrimStart('.', '/') is { Length: > 0 } picture && files.Files.Any(file => file.Path.EndsWith("/" + picture, StringComparison.Ordinal))) return true;
        // A page that the site's navigation names and nobody wrote is made when the site is built.
        if (navigations.Any(navigation => navigation.Contains(target[(target.IndexOf("docs/", StringComparison.Ordinal) is var at and >= 0 ? at + 5 : 0)..], StringComparison.Ordinal))) return true;
        // Sites resolve against the page's own folder or against the documents' root as well.
        for (var folder = document.Path; folder.Length > 0;)
        {
            folder = RepositoryPath.DirectoryOf(folder);
            if (RepositoryPath.Combine(folder, link.PathPart.Replace("../", "", StringComparison.Ordinal)) is { } other && files.Exists(other)) return true;
        }

        return false;
    }

    /// <summary>The Markdown document that a link with a fragment leads to: the one it stands in or another; null when it cannot be told.</summary>
    public Document? FindAnchored(Document document, DocumentLink link)
    {
        if (link.IsImage || document.Format != DocumentFormat.Markdown || string.IsNullOrEmpty(link.Fragment)) return null;
        if (link.Target.StartsWith('#')) return document;
        if (RepositoryPath.Combine(RepositoryPath.DirectoryOf(document.Path), link.PathPart) is not { } path) return null;
        return documents.GetValueOrDefault(path) is { Format: DocumentFormat.Markdown } target && !target.Path.EndsWith(".mdx", StringComparison.Ordinal) ? target : null;
    }
}
