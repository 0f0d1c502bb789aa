using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>The documents of a project: a fact shared by the rules on documentation.</summary>
internal sealed class ProjectDocuments
{
    private static readonly string[] OldStems = ["CHANGELOG", "CHANGES", "HISTORY", "NEWS", "RELEASES", "RELEASE_NOTES", "RELEASE-NOTES", "WHATSNEW"];

    private ProjectDocuments(Project project)
    {
        var read = project.Documents;
        ChangeLogs = read.ChangeLogs;
        All = [.. read.Documents.Where(document => document.Problem is null)];
        var logs = ChangeLogs.Select(log => log.Path).ToHashSet();
        // What is told of old versions was true then; templates and agents' prompts are filled in elsewhere.
        Current = [.. All.Where(document => !logs.Contains(document.Path) && !IsHistory(document.Path) && !IsTemplate(project.Files, document))];
        Readme = read.FindReadme(project.Root) ?? read.FindReadme("") ?? read.FindReadme(".github") ?? read.FindReadme("docs");
    }

    public ImmutableArray<Document> All { get; }

    /// <summary>The documents that speak of the present.</summary>
    public ImmutableArray<Document> Current { get; }

    public ImmutableArray<ChangeLog> ChangeLogs { get; }

    public Document? Readme { get; }

    public static ProjectDocuments Of(Project project) => project.GetFact(static p => new ProjectDocuments(p));

    private static bool IsHistory(string path) =>
        path.Split('/', '.').Any(part => OldStems.Contains(part.ToUpperInvariant()) || part.Equals("release-notes", StringComparison.OrdinalIgnoreCase) || part is "changes" or "newsfragments" or "changelog.d" or "whatsnew" or "blog" or "archive" or "old" or "versioned_docs" || part.StartsWith("whatsnew", StringComparison.OrdinalIgnoreCase) || part.StartsWith("whats-new", StringComparison.OrdinalIgnoreCase));

    private static bool IsTemplate(RepositoryFiles files, Document document) =>
        document.Path.Contains("{{", StringComparison.Ordinal) || (document.Path.StartsWith('.') && !document.Path.StartsWith(".github/", StringComparison.Ordinal))
        || RepositoryPath.NameOf(document.Path).StartsWith("TODO", StringComparison.Ordinal) || document.Path.Contains("TEMPLATE", StringComparison.OrdinalIgnoreCase)
        || (files.TryGet(document.Path)?.Role & (FileRoles.Test | FileRoles.Vendored | FileRoles.Generated)) != FileRoles.None;
}
