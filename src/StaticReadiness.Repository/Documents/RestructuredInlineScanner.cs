using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Documents;

/// <summary>Finds the literals, roles and links in a line of reStructuredText.</summary>
internal static class RestructuredInlineScanner
{
    public static void Scan(SourceText text, TextSpan span, ImmutableArray<DocumentLink>.Builder links, ImmutableArray<DocumentLiteral>.Builder literals)
    {
        var content = text.Slice(span);
        var at = 0;
        while (at < content.Length && content[at..].IndexOf('`') is >= 0 and var offset)
        {
            at += offset;
            if (at + 1 < content.Length && content[at + 1] == '`')
            {
                var length = content[(at + 2)..].IndexOf("``");
                if (length < 0) return;
                literals.Add(new DocumentLiteral(content.Slice(at + 2, length).ToString(), null, new TextSpan(span.Start + at + 2, length)));
                at += length + 4;
                continue;
            }

            var close = content[(at + 1)..].IndexOf('`');
            if (close < 0) return;
            var inner = content.Slice(at + 1, close);
            AddInterpreted(inner, RoleBefore(content[..at]), IsLinkEnd(content[(at + close + 2)..]), span.Start + at + 1, links, literals);
            at += close + 2;
        }
    }

    private static void AddInterpreted(
        ReadOnlySpan<char> inner, string? role, bool isLink, int start, ImmutableArray<DocumentLink>.Builder links, ImmutableArray<DocumentLiteral>.Builder literals)
    {
        var open = inner.LastIndexOf('<');
        var hasTarget = open >= 0 && inner.EndsWith(">");
        var target = hasTarget ? inner[(open + 1)..^1] : inner;
        var place = new TextSpan(start + (hasTarget ? open + 1 : 0), target.Length);
        if (role is not null) literals.Add(new DocumentLiteral(target.TrimStart("~!").ToString(), role, place));
        else if (isLink && hasTarget && !target.EndsWith("_")) links.Add(new DocumentLink(target.ToString(), inner[..open].Trim().ToString(), IsImage: false, place));
    }

    /// <summary>The role in <c>:py:func:`name`</c>.</summary>
    private static string? RoleBefore(ReadOnlySpan<char> before)
    {
        if (!before.EndsWith(":")) return null;
        var start = before.Length - 1;
        while (start > 0 && (char.IsAsciiLetterOrDigit(before[start - 1]) || before[start - 1] is ':' or '-' or '_' or '+' or '.')) start--;
        var role = before[start..].Trim(':');
        return start < before.Length - 2 && before[start] == ':' && !role.IsEmpty ? role.ToString() : null;
    }

    private static bool IsLinkEnd(ReadOnlySpan<char> after) => after.StartsWith("_");
}
