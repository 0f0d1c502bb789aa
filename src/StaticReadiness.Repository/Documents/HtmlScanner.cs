using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Documents;

/// <summary>Finds the links, images and ids in a piece of HTML inside a document.</summary>
internal static class HtmlScanner
{
    public static void Scan(SourceText text, TextSpan span, ImmutableArray<DocumentLink>.Builder links, ImmutableHashSet<string>.Builder labels)
    {
        var content = text.Slice(span);
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] != '=') continue;
            var nameEnd = at;
            var nameStart = nameEnd;
            while (nameStart > 0 && (char.IsAsciiLetter(content[nameStart - 1]) || content[nameStart - 1] == '-')) nameStart--;
            var name = content[nameStart..nameEnd];
            if (name is not ("href" or "src" or "id" or "name") || at + 1 >= content.Length || content[at + 1] is not ('"' or '\'')) continue;
            var length = content[(at + 2)..].IndexOf(content[at + 1]);
            if (length < 0) return;
            var value = content.Slice(at + 2, length).ToString();
            if (name is "id" or "name") labels.Add(value);
            else links.Add(new DocumentLink(value, "", name is "src", new TextSpan(span.Start + at + 2, length)));
            at += length + 2;
        }
    }
}
