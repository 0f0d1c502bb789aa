using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Tells whether a place in a document speaks of what is, or of what was, will be or might be.</summary>
internal static class DocumentTense
{
    private static readonly string[] PathStems = ["upgrad", "migrat", "deprecat", "breaking", "whatsnew", "changelog", "release", "proposal", "roadmap", "postmortem", "incident", "announce", "decision"];

    private static readonly HashSet<string> PathWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "adr", "adrs", "archive", "archived", "initiative", "research", "changed", "changes", "design", "designs", "history", "legacy", "meeting", "meetings", "news", "notes", "old", "plan", "plans", "prd", "rfc", "rfcs", "spec", "specs", "todo", "whats",
    };

    private static readonly string[] HeadingWords =
        ["upgrad", "migrat", "deprecat", "removed", "removal", "breaking", "before", "old ", "legacy", "changed", "changes", "renam", "history", "future", "planned", "roadmap", "what's new", "whats new", "release", "alternative"];

    private static readonly string[] SentenceWords =
    [
        "removed", "removes", "no longer", "not longer", "renamed", "deprecat", "former", "used to", "replaced", "replaces", "obsolete", "does not exist", "doesn't exist", "don't exist", "old ", "legacy", "previously", "was moved", "moved to", "moved from", "instead of",
        "prior to", "before version", "since version", "versionchanged", "versionremoved", "will be", "would ", "planned", "todo", "rather than", "historical", "in the past", "before ", "until ", "backport", "hypothetical", "from the next", "next major", "next version", "next release", "upcoming", "imagin", "not exist", "missing", "gone", "dropped", "extracted",
    ];

    private static readonly string[] ExampleWords =
        ["create", "creating", "new file", "generate", "your ", "suppose", "assum", "imagine", "let's ", "something like", "would ", "writes ", "written to", "placeholder", "my_", "ignored", "copy", "cp ", "you will", "you'll", "if you have", "if present", "if it exists"];

    /// <summary>Whether a document tells of changes, plans or decisions rather than of the present.</summary>
    public static bool IsOfAnotherTime(string path) =>
        path.Split('/', '.', '-', '_').Any(part => PathWords.Contains(part) || PathStems.Any(stem => part.StartsWith(stem, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the lines around a place say that a thing is gone, moved or to come.</summary>
    public static bool SpeaksOfAnotherTime(Document document, TextSpan span) =>
        Contains(Around(document, span, 1), SentenceWords)
        || HeadingsAbove(document, span).Any(title => Contains(title, HeadingWords) || IsVersion(title));

    /// <summary>Whether the lines around a place speak of a thing the reader is to make, or of one made up.</summary>
    public static bool SpeaksOfAnExample(Document document, TextSpan span) => Contains(Around(document, span, 1), ExampleWords);

    /// <summary>The line of a place with its neighbours.</summary>
    public static ReadOnlySpan<char> Around(Document document, TextSpan span, int lines)
    {
        var text = document.Text;
        var first = Math.Max(text.GetLineIndex(span.Start) - lines, 0);
        var last = Math.Min(text.GetLineIndex(Math.Max(span.End - 1, span.Start)) + lines, text.LineCount - 1);
        return text.Slice(TextSpan.FromBounds(text.GetLineSpan(first).Start, text.GetLineSpan(last).End));
    }

    /// <summary>The titles of the sections that a place stands in, the innermost first.</summary>
    public static IEnumerable<string> HeadingsAbove(Document document, TextSpan span)
    {
        var level = int.MaxValue;
        for (var i = document.Headings.Length - 1; i >= 0; i--)
        {
            var heading = document.Headings[i];
            if (heading.Span.Start > span.Start || heading.Level >= level) continue;
            level = heading.Level;
            yield return heading.Title;
        }
    }

    private static bool Contains(ReadOnlySpan<char> content, string[] words)
    {
        foreach (var word in words)
            if (content.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // `1.4`, `v2.0.1 (2024-01-02)`: what stands below is about that version.
    private static bool IsVersion(string title)
    {
        var word = title.Split(' ')[0].TrimStart('v', '[');
        return word.Length > 2 && char.IsAsciiDigit(word[0]) && word.Contains('.') && word.TrimEnd(']', ':').All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
    }
}
