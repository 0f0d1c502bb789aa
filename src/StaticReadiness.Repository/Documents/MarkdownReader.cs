using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Documents;

/// <summary>Reads Markdown through Markdig.</summary>
internal sealed class MarkdownReader
{
    private static readonly MarkdownPipeline Syntax = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter().UsePipeTables().Build();

    private readonly SourceText text;
    private readonly AnchorMaker anchors = new();
    private readonly ImmutableArray<DocumentHeading>.Builder headings = ImmutableArray.CreateBuilder<DocumentHeading>();
    private readonly ImmutableArray<CodeBlock>.Builder blocks = ImmutableArray.CreateBuilder<CodeBlock>();
    private readonly ImmutableArray<DocumentLink>.Builder links = ImmutableArray.CreateBuilder<DocumentLink>();
    private readonly ImmutableArray<DocumentLiteral>.Builder literals = ImmutableArray.CreateBuilder<DocumentLiteral>();
    private readonly ImmutableHashSet<string>.Builder labels = ImmutableHashSet.CreateBuilder<string>();

    private MarkdownReader(SourceText text) => this.text = text;

    public static Document Read(string path, SourceText text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text.Content, Syntax);
        }
        catch (ArgumentException)
        {
            // Markdig refuses input nested deeper than its limit.
            return new Document { Path = path, Text = text, Format = DocumentFormat.Markdown, Problem = "its elements are nested too deeply" };
        }

        var reader = new MarkdownReader(text);
        reader.Visit(document);
        return new Document
        {
            Path = path,
            Text = text,
            Format = DocumentFormat.Markdown,
            Headings = reader.headings.DrainToImmutable(),
            CodeBlocks = reader.blocks.DrainToImmutable(),
            Links = reader.links.DrainToImmutable(),
            Literals = reader.literals.DrainToImmutable(),
            Anchors = reader.labels.ToImmutable(),
        };
    }

    private void Visit(ContainerBlock container)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case YamlFrontMatterBlock:
                    break;
                case HeadingBlock heading:
                    var title = PlainText(heading.Inline);
                    headings.Add(new DocumentHeading(title, heading.Level, SpanOf(heading.Span), anchors.ForMarkdown(title)));
                    Visit(heading.Inline);
                    break;
                case Markdig.Syntax.CodeBlock code:
                    AddCode(code);
                    break;
                case HtmlBlock html:
                    HtmlScanner.Scan(text, SpanOf(html.Span), links, labels);
                    break;
                case LeafBlock leaf:
                    AddIdentifier(leaf);
                    Visit(leaf.Inline);
                    break;
                case ContainerBlock inner:
                    Visit(inner);
                    break;
            }
        }
    }

    private void Visit(ContainerInline? container)
    {
        if (container is null) return;
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LinkInline link:
                    links.Add(new DocumentLink(link.Url ?? "", PlainText(link), link.IsImage, SpanOf(link.UrlSpan.IsEmpty ? link.Span : link.UrlSpan)));
                    Visit(link);
                    break;
                case AutolinkInline auto:
                    links.Add(new DocumentLink(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, auto.Url, IsImage: false, SpanOf(auto.Span)));
                    break;
                case CodeInline code:
                    literals.Add(new DocumentLiteral(code.Content, null, SpanOf(code.Span)));
                    break;
                case HtmlInline html:
                    HtmlScanner.Scan(text, SpanOf(html.Span), links, labels);
                    break;
                case ContainerInline inner:
                    Visit(inner);
                    break;
            }
        }
    }

    /// <summary>What mkdocstrings documents in this place: <c>::: shop.cart</c> (https://mkdocstrings.github.io/usage/).</summary>
    private void AddIdentifier(LeafBlock block)
    {
        const string mark = "::: ";
        var span = SpanOf(block.Span);
        var content = text.Slice(span);
        if (!content.StartsWith(mark)) return;
        var name = content[mark.Length..];
        name = name[..(name.IndexOfAny(" \t\r\n") is var end && end < 0 ? name.Length : end)];
        literals.Add(new DocumentLiteral(name.ToString(), mark.Trim(), new TextSpan(span.Start + mark.Length, name.Length)));
    }

    private void AddCode(Markdig.Syntax.CodeBlock block)
    {
        var builder = new MappedText.Builder();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i];
            var slice = line.Slice;
            var offset = ReferenceEquals(slice.Text, text.Content) ? slice.Start : line.Position;
            builder.Append(slice.AsSpan(), offset);
            builder.Append("\n", Math.Min(offset + slice.Length, Math.Max(text.Length - 1, 0)));
        }

        var code = builder.Build(block.Span.End + 1);
        var marker = block is FencedCodeBlock fenced ? $"{fenced.Info} {fenced.Arguments}".Trim() : "";
        blocks.Add(new CodeBlock(CodeLanguages.Find(marker, code.Content), marker, code, SpanOf(block.Span)));
    }

    private TextSpan SpanOf(SourceSpan span) => TextSpan.FromBounds(Math.Clamp(span.Start, 0, text.Length), Math.Clamp(span.End + 1, 0, text.Length) is var end && end < span.Start ? span.Start : end);

    private static string PlainText(ContainerInline? container)
    {
        if (container is null) return "";
        var parts = new System.Text.StringBuilder();
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    parts.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    parts.Append(code.Content);
                    break;
                case LineBreakInline:
                    parts.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    parts.Append(entity.Transcoded.AsSpan());
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline inner:
                    parts.Append(PlainText(inner));
                    break;
            }
        }

        return parts.ToString().Trim();
    }
}
