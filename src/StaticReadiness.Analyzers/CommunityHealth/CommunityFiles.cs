using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Finds the files that tell a community how it works, where hosting services look for them.</summary>
internal static class CommunityFiles
{
    private static readonly FrozenSet<string> Folders =
        new[] { "", ".github", ".gitlab", ".gitea", ".forgejo", "docs", "doc", "documentation", "docs/source", "doc/source", "docs/en", "license", "licenses", "licence", "licences", "readme" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first file whose name begins or ends with one of the words, such as <c>LICENSE-MIT</c> or <c>MIT-LICENSE.txt</c>; null when there is none.</summary>
    public static string? Find(Project project, params ReadOnlySpan<string> words)
    {
        foreach (var file in project.Files.Files)
            if (Matches(file.Path, words) && !file.IsPython) return file.Path;
        foreach (var skipped in project.Files.Skipped)
            if (!skipped.IsDirectory && Matches(skipped.Path, words)) return skipped.Path;
        return null;
    }

    /// <summary>A heading of the README, or of another document beside it, that contains one of the words.</summary>
    public static Location? FindHeading(Project project, params ReadOnlySpan<string> words)
    {
        foreach (var document in project.Documents.Documents)
        {
            if (!Folders.Contains(RepositoryPath.DirectoryOf(document.Path))) continue;
            foreach (var heading in document.Headings)
                foreach (var word in words)
                    // The browser's content security policy is a header, not a promise to those who report.
                    if (!heading.Title.Contains("content security", StringComparison.OrdinalIgnoreCase) && !heading.Title.Contains("content-security", StringComparison.OrdinalIgnoreCase) && heading.Title.Contains(word, StringComparison.OrdinalIgnoreCase)) return new Location(document.Path, document.Text, heading.Span);
        }

        return null;
    }

    /// <summary>The README at the top, or null.</summary>
    public static Document? Readme(Project project) => project.Documents.FindReadme("") ?? project.Documents.FindReadme(".github");

    /// <summary>Says that the evidence is out of reach when a part of a repository is scanned: such files lie at its top.</summary>
    public static bool LiesAbove(ProjectContext context)
    {
        if (!context.Project.History.TryGet(out var history) || history.IsWhole) return false;
        context.Unknown("the scanned folder is a part of a larger repository");
        return true;
    }

    private static bool Matches(string path, ReadOnlySpan<string> words)
    {
        if (!Folders.Contains(RepositoryPath.DirectoryOf(path))) return false;
        var name = RepositoryPath.NameOf(path).AsSpan();
        var dot = name.LastIndexOf('.');
        var stem = dot > 0 ? name[..dot] : name;
        foreach (var word in words)
        {
            if (stem.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (stem.Length == word.Length || !char.IsAsciiLetterOrDigit(stem[word.Length]))) return true;
            if (stem.Length > word.Length && stem.EndsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetterOrDigit(stem[^(word.Length + 1)])) return true;
        }

        return false;
    }
}
