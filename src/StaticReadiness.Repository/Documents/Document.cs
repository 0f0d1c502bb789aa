using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Documents;

/// <summary>A document as far as checking it needs: its headings, code, links and literals, each with its place.</summary>
public sealed class Document
{
    /// <summary>Longer documents are not read, in UTF-16 code units.</summary>
    public const int LengthLimit = 4 * 1024 * 1024;

    public required string Path { get; init; }

    public required SourceText Text { get; init; }

    public required DocumentFormat Format { get; init; }

    public ImmutableArray<DocumentHeading> Headings { get; init; } = [];

    public ImmutableArray<CodeBlock> CodeBlocks { get; init; } = [];

    public ImmutableArray<DocumentLink> Links { get; init; } = [];

    public ImmutableArray<DocumentLiteral> Literals { get; init; } = [];

    /// <summary>The names of further places that a link may lead to: labels and HTML ids.</summary>
    public ImmutableHashSet<string> Anchors { get; init; } = [];

    /// <summary>Why the document could not be read, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads a document by the format that its name tells.</summary>
    public static Document Parse(string path, SourceText text)
    {
        var format = FormatOf(path);
        if (text.Length > LengthLimit) return new Document { Path = path, Text = text, Format = format, Problem = $"it has {text.Length} characters, more than the limit of {LengthLimit}" };
        return format == DocumentFormat.Markdown ? MarkdownReader.Read(path, text) : RestructuredTextReader.Read(path, text, format);
    }

    public static bool IsDocument(RepositoryFile file) => System.IO.Path.GetExtension(file.Name).ToLowerInvariant() is ".md" or ".markdown" or ".rst" or ".mdx" or ".myst"
        || (file.Role == FileRoles.Documentation && System.IO.Path.GetExtension(file.Name) is ".txt" or "");

    /// <summary>Whether a heading or label of that name exists.</summary>
    public bool HasAnchor(string fragment) =>
        Headings.Any(h => string.Equals(h.Anchor, fragment, StringComparison.OrdinalIgnoreCase)) || Anchors.Contains(fragment) || Anchors.Contains(fragment.ToLowerInvariant());

    /// <summary>The span from a heading to the next of the same or an outer level.</summary>
    public TextSpan SectionOf(DocumentHeading heading)
    {
        var next = Headings.FirstOrDefault(h => h.Span.Start > heading.Span.Start && h.Level <= heading.Level);
        return TextSpan.FromBounds(heading.Span.Start, next?.Span.Start ?? Text.Length);
    }

    private static DocumentFormat FormatOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" or ".markdown" or ".mdx" or ".myst" => DocumentFormat.Markdown,
        ".rst" => DocumentFormat.ReStructuredText,
        _ => DocumentFormat.PlainText,
    };
}
