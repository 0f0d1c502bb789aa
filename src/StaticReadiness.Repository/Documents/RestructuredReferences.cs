using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Documents;

/// <summary>Reads the directives of Sphinx that name modules, symbols or documents
/// (https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html, https://www.sphinx-doc.org/en/master/usage/extensions/autodoc.html).</summary>
internal static class RestructuredReferences
{
    private static readonly HashSet<string> SymbolDirectives =
        ["automodule", "autoclass", "autofunction", "automethod", "autoexception", "autodata", "autoattribute", "autoproperty", "autodecorator", "autopydantic_model", "autopydantic_settings"];

    /// <summary>Adds what a directive names, each with the directive as its role.</summary>
    /// <returns>True when the lines below belong to the directive and hold no text of the document.</returns>
    public static bool Read(SourceText text, string directive, string argument, TextSpan place, int from, int end, ImmutableArray<DocumentLiteral>.Builder literals)
    {
        if (SymbolDirectives.Contains(directive) && place.Length > 0)
        {
            literals.Add(new DocumentLiteral(argument.Trim(), directive, place));
            return false;
        }

        if (directive != "toctree") return false;
        ReadTree(text, from, end, literals);
        return true;
    }

    /// <summary>The entries of a table of contents: names of documents, also behind a title.</summary>
    private static void ReadTree(SourceText text, int from, int end, ImmutableArray<DocumentLiteral>.Builder literals)
    {
        for (var i = from; i < end; i++)
        {
            var span = text.GetLineSpan(i);
            var content = text.Slice(span);
            var entry = content.Trim();
            if (entry.IsEmpty || entry[0] is ':' or '.' && entry.StartsWith("..") && !entry.StartsWith("../")) continue;
            var start = span.Start + content.Length - content.TrimStart().Length;
            var open = entry.EndsWith(">") ? entry.LastIndexOf('<') + 1 : 0;
            var target = open > 0 ? entry[open..^1] : entry;
            literals.Add(new DocumentLiteral(target.ToString(), "toctree", new TextSpan(start + open, target.Length)));
        }
    }
}
