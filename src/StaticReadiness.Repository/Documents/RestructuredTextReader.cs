using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Documents;

/// <summary>Reads the parts of reStructuredText that can be checked: sections, literal blocks, directives, links, literals
/// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html).</summary>
internal sealed class RestructuredTextReader
{
    private static readonly HashSet<string> CodeDirectives = ["code-block", "code", "sourcecode", "ipython", "prompt", "doctest", "testcode"];

    private static readonly HashSet<string> FileDirectives = ["image", "figure", "include", "literalinclude", "mdinclude"];

    private readonly SourceText text;
    private readonly AnchorMaker anchors = new();
    private readonly List<string> styles = [];
    private readonly ImmutableArray<DocumentHeading>.Builder headings = ImmutableArray.CreateBuilder<DocumentHeading>();
    private readonly ImmutableArray<CodeBlock>.Builder blocks = ImmutableArray.CreateBuilder<CodeBlock>();
    private readonly ImmutableArray<DocumentLink>.Builder links = ImmutableArray.CreateBuilder<DocumentLink>();
    private readonly ImmutableArray<DocumentLiteral>.Builder literals = ImmutableArray.CreateBuilder<DocumentLiteral>();
    private readonly ImmutableHashSet<string>.Builder labels = ImmutableHashSet.CreateBuilder<string>();
    private int line;

    private RestructuredTextReader(SourceText text) => this.text = text;

    public static Document Read(string path, SourceText text, DocumentFormat format)
    {
        var reader = new RestructuredTextReader(text);
        reader.ReadAll();
        return new Document
        {
            Path = path,
            Text = text,
            Format = format,
            Headings = reader.headings.DrainToImmutable(),
            CodeBlocks = reader.blocks.DrainToImmutable(),
            Links = reader.links.DrainToImmutable(),
            Literals = reader.literals.DrainToImmutable(),
            Anchors = reader.labels.ToImmutable(),
        };
    }

    private void ReadAll()
    {
        while (line < text.LineCount)
        {
            var content = Line(line);
            var trimmed = content.TrimStart();
            if (content.IsWhiteSpace()) line++;
            else if (TryReadHeading()) continue;
            else if (trimmed.StartsWith(".. ")) ReadExplicitMarkup(content.Length - trimmed.Length);
            else if (trimmed.StartsWith(">>> ")) ReadDoctest();
            else ReadText();
        }
    }

    private bool TryReadHeading()
    {
        var overlined = IsAdornment(Line(line)) && line + 2 < text.LineCount && IsAdornment(Line(line + 2)) && Line(line)[0] == Line(line + 2)[0];
        var titleLine = overlined ? line + 1 : line;
        if (titleLine + 1 >= text.LineCount) return false;
        var title = Line(titleLine);
        var under = Line(titleLine + 1);
        if (title.IsWhiteSpace() || !IsAdornment(under) || (!overlined && (title[0] == ' ' || IsAdornment(title)))) return false;
        if (under.TrimEnd().Length < Math.Min(title.Trim().Length, 4)) return false;
        var style = (overlined ? "^" : "") + under[0];
        var level = styles.IndexOf(style);
        if (level < 0)
        {
            level = styles.Count;
            styles.Add(style);
        }

        var span = text.GetLineSpan(titleLine);
        var name = title.Trim().ToString();
        headings.Add(new DocumentHeading(name.Replace("`", "", StringComparison.Ordinal), level + 1, span, anchors.ForReStructuredText(name)));
        RestructuredInlineScanner.Scan(text, span, links, literals);
        line = titleLine + 2;
        return true;
    }

    /// <summary>Explicit markup: directives, labels, hyperlink targets, comments.</summary>
    private void ReadExplicitMarkup(int indent)
    {
        var first = line;
        var span = text.GetLineSpan(first);
        var body = text.Slice(span)[(indent + 3)..].TrimStart();
        var end = FindBlockEnd(indent);
        if (body.StartsWith("_")) ReadTarget(span, body);
        else if (FindDirective(body) is var (name, argument))
        {
            var argumentStart = span.End - argument.Length;
            if (CodeDirectives.Contains(name))
            {
                AddCode(name is "doctest" or "testcode" ? name == "doctest" ? "doctest" : "python" : argument, SkipOptions(first + 1, end), end, span.Start + indent);
                line = end;
                return;
            }

            if (RestructuredReferences.Read(text, name, argument, new TextSpan(argumentStart, argument.TrimEnd().Length), first + 1, end, literals))
            {
                line = end;
                return;
            }

            if (FileDirectives.Contains(name) && argument.Length > 0) links.Add(new DocumentLink(argument.Trim(), "", name is "image" or "figure", new TextSpan(argumentStart, argument.TrimEnd().Length)));
            if (name is "parsed-literal" or "raw" or "math" or "graphviz" or "mermaid")
            {
                line = end;
                return;
            }
        }
        else if (body.IsEmpty || (body[0] != '[' && body[0] != '|'))
        {
            // A comment: its indented lines are nobody's text.
            line = end;
            return;
        }

        line = first + 1;
    }

    private void ReadTarget(TextSpan span, ReadOnlySpan<char> body)
    {
        var colon = body.StartsWith("_`") && body[2..].IndexOf('`') is var quote and >= 0 ? quote + 3 : body.IndexOf(": ");
        if (colon < 0 && body.TrimEnd().EndsWith(":")) colon = body.TrimEnd().Length - 1;
        if (colon <= 1) return;
        var name = body[1..Math.Min(colon, body.Length)].Trim('`').ToString();
        labels.Add(name.ToLowerInvariant());
        var target = colon + 1 < body.Length ? body[(colon + 1)..].Trim().ToString() : "";
        if (target.Length > 0 && !target.EndsWith('_')) links.Add(new DocumentLink(target, name, IsImage: false, new TextSpan(span.End - body.TrimEnd().Length + body.TrimEnd().Length - target.Length, target.Length)));
    }

    private void ReadText()
    {
        var span = text.GetLineSpan(line);
        RestructuredInlineScanner.Scan(text, span, links, literals);
        var content = text.Slice(span);
        line++;
        // A paragraph that ends with two colons announces a literal block.
        if (!content.TrimEnd().EndsWith("::") || line >= text.LineCount || !Line(line).IsWhiteSpace()) return;
        var indent = content.Length - content.TrimStart().Length;
        var end = FindBlockEnd(indent, from: line);
        var start = SkipBlank(line, end);
        if (start < end) AddCode("", start, end, text.GetLineSpan(start).Start);
        line = Math.Max(line, end);
    }

    private void ReadDoctest()
    {
        var first = line;
        while (line < text.LineCount && !Line(line).IsWhiteSpace()) line++;
        AddCode("doctest", first, line, text.GetLineSpan(first).Start);
    }

    private void AddCode(string marker, int start, int end, int spanStart)
    {
        start = SkipBlank(start, end);
        while (end > start && Line(end - 1).IsWhiteSpace()) end--;
        var indent = int.MaxValue;
        for (var i = start; i < end; i++)
            if (!Line(i).IsWhiteSpace()) indent = Math.Min(indent, Line(i).Length - Line(i).TrimStart().Length);
        var builder = new MappedText.Builder();
        for (var i = start; i < end; i++)
        {
            var span = text.GetLineSpan(i);
            var skip = Math.Min(indent, span.Length);
            builder.Append(text.Slice(span)[skip..], span.Start + skip);
            builder.Append("\n", Math.Min(span.End, Math.Max(text.Length - 1, 0)));
        }

        var spanEnd = end > start ? text.GetLineSpan(end - 1).End : spanStart;
        var code = builder.Build(spanEnd);
        blocks.Add(new CodeBlock(CodeLanguages.Find(marker, code.Content), marker.Trim(), code, TextSpan.FromBounds(spanStart, Math.Max(spanStart, spanEnd))));
    }

    /// <summary>The line after the last one that is blank or indented deeper.</summary>
    private int FindBlockEnd(int indent, int from = -1)
    {
        var end = from < 0 ? line + 1 : from;
        var last = end;
        for (; end < text.LineCount; end++)
        {
            var content = Line(end);
            if (content.IsWhiteSpace()) continue;
            if (content.Length - content.TrimStart().Length <= indent) break;
            last = end + 1;
        }

        return last;
    }

    private int SkipOptions(int from, int end)
    {
        while (from < end && Line(from).TrimStart().StartsWith(":")) from++;
        return from;
    }

    private int SkipBlank(int from, int end)
    {
        while (from < end && Line(from).IsWhiteSpace()) from++;
        return from;
    }

    private static (string Name, string Argument)? FindDirective(ReadOnlySpan<char> body)
    {
        // `.. |name| image:: path` substitutes; what counts is the directive.
        if (body.StartsWith("|") && body[1..].IndexOf('|') is var bar and >= 0) body = body[(bar + 2)..].TrimStart();
        var colons = body.IndexOf("::");
        if (colons <= 0 || body[..colons].IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:+.") >= 0) return null;
        return (body[..colons].ToString(), body[(colons + 2)..].TrimStart().ToString());
    }

    private static bool IsAdornment(ReadOnlySpan<char> content)
    {
        var trimmed = content.TrimEnd();
        return trimmed.Length >= 2 && (char.IsPunctuation(trimmed[0]) || char.IsSymbol(trimmed[0])) && trimmed[0] < 128 && trimmed.IndexOfAnyExcept(trimmed[0]) < 0 && !(trimmed is "::" or "..");
    }

    private ReadOnlySpan<char> Line(int index) => text.Slice(text.GetLineSpan(index));
}
