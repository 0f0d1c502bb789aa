using System.Text;

namespace StaticReadiness.Repository.Documents;

/// <summary>Makes the fragments by which headings are linked to.</summary>
internal sealed class AnchorMaker
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    /// <summary>Lower case, spaces to hyphens, punctuation dropped; the second of a name gets <c>-1</c>.</summary>
    public string ForMarkdown(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var c in title.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '_' or '-' || char.IsSurrogate(c)) slug.Append(c);
            else if (c == ' ') slug.Append('-');
        }

        return Unique(slug.ToString());
    }

    /// <summary>Docutils' identifiers: letters and digits, runs of all else become one hyphen.</summary>
    public string ForReStructuredText(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var c in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return Unique(slug.ToString().Trim('-'));
    }

    private string Unique(string slug)
    {
        if (used.TryAdd(slug, 0)) return slug;
        return $"{slug}-{++used[slug]}";
    }
}
