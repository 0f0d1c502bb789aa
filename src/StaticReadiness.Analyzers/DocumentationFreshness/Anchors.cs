using System.Text;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Tells whether a fragment names a place in a Markdown document, for hosting services and for generators of sites.</summary>
internal static class Anchors
{
    // Text that comes from elsewhere, headings that only a browser numbers, pages that scripts fill.
    private static readonly string[] OutOfReach = ["--8<--", "{%", "{!", "{{", "{include}", "<h1", "<h2", "<h3", "<h4", "<h5", "<h6", "::: ", "{eval-rst}", "<script", "```{", "=== \"", "[TOC]", "ALL-CONTRIBUTORS-LIST"];

    private static readonly string[] MadeByHosts = ["user-content-", "fn", ":~:", "__", "/", "!", "readme", "top", "_top", "contributors", "license"];

    /// <summary>Whether the headings of a document are all there is and a fragment is of the kind that headings have.</summary>
    public static bool CanBeJudged(Document document, string fragment)
    {
        if (fragment.Any(c => !char.IsAscii(c) || c is '.' or '%' or '=' or '/' or '{' or '$') || MadeByHosts.Any(prefix => prefix.Length == 1 || prefix.EndsWith('-') || prefix is "fn" or ":~:" or "__" ? fragment.StartsWith(prefix, StringComparison.Ordinal) : fragment == prefix)) return false;
        if (fragment.Length > 1 && fragment[0] is 'L' && char.IsAsciiDigit(fragment[1])) return false;
        return !OutOfReach.Any(mark => document.Text.Content.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    public static bool Has(Document document, string fragment)
    {
        if (document.HasAnchor(fragment) || HasWritten(document, fragment)) return true;
        var wanted = Normalise(fragment);
        return document.Headings.Any(heading => Normalise(heading.Anchor) == wanted || Normalise(heading.Title) == wanted) || document.Anchors.Any(anchor => Normalise(anchor) == wanted);
    }

    // `{#setup}`, `{: #setup }` and MyST's `(setup)=`
    private static bool HasWritten(Document document, string fragment)
    {
        var content = document.Text.Content;
        return content.Contains($"{{#{fragment}", StringComparison.OrdinalIgnoreCase) || content.Contains($"{{ #{fragment}", StringComparison.OrdinalIgnoreCase)
            || content.Contains($": #{fragment}", StringComparison.OrdinalIgnoreCase) || content.Contains($"({fragment})=", StringComparison.OrdinalIgnoreCase);
    }

    // GitHub, GitLab, Python-Markdown and MyST treat punctuation, runs of hyphens and repeated headings each in their own way.
    private static string Normalise(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
            if (char.IsLetterOrDigit(c)) slug.Append(c);
        return slug.ToString();
    }
}
