using System.Collections.Immutable;
using Markdig;
using Markdig.Syntax;

namespace StaticReadiness.Testing.Markdown;

/// <summary>A page of cases: a heading a case, its fenced blocks the files.</summary>
/// <param name="Name">The page's path, for messages.</param>
public sealed record MarkdownPage(string Name, ImmutableArray<string> Sections, ImmutableArray<MarkdownCase> Cases)
{
    public static MarkdownPage Parse(string name, string markdown)
    {
        var sections = ImmutableArray.CreateBuilder<string>();
        var cases = ImmutableArray.CreateBuilder<MarkdownCase>();
        var path = new List<(int Level, string Title)>();
        var builder = new CaseBuilder("", 1);
        foreach (var block in Markdig.Markdown.Parse(markdown))
        {
            switch (block)
            {
                case HeadingBlock heading:
                    builder.AddTo(cases);
                    var title = TitleOf(heading, markdown);
                    path.RemoveAll(outer => outer.Level >= heading.Level);
                    path.Add((heading.Level, title));
                    if (heading.Level == 2) sections.Add(title);
                    builder = new CaseBuilder(string.Join(" / ", path.Where(outer => outer.Level > 1).Select(outer => outer.Title)), heading.Line + 1);
                    break;
                case FencedCodeBlock fence:
                    builder.AddFence(name, fence);
                    break;
                case HtmlBlock { Type: HtmlBlockType.Comment } comment:
                    builder.AddComment(name, comment.Lines.ToString());
                    break;
            }
        }

        builder.AddTo(cases);
        return new MarkdownPage(name, sections.ToImmutable(), cases.ToImmutable());
    }

    private static string TitleOf(HeadingBlock heading, string markdown) =>
        markdown.Substring(heading.Span.Start, heading.Span.Length).TrimStart('#').Trim();
}
