using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>One parsed Python file: its text, its tree (with error nodes where the source is broken), its comments and its errors.</summary>
public sealed class SyntaxTree
{
    private readonly MentionFilter mentions;

    internal SyntaxTree(SourceText text, string path, Module root, ImmutableArray<TextSpan> comments, ImmutableArray<SyntaxDiagnostic> diagnostics, MentionFilter mentions)
    {
        this.mentions = mentions;
        Text = text;
        Path = path;
        Root = root;
        Comments = comments;
        Diagnostics = diagnostics;
    }

    /// <summary>Parses a file; a broken one gets a tree too, with error nodes where it is broken.</summary>
    /// <param name="text">The decoded file.</param>
    /// <param name="path">The path relative to the repository's root, with forward slashes.</param>
    /// <param name="cancellationToken">Ends the parse early with an <see cref="OperationCanceledException"/>.</param>
    public static SyntaxTree Parse(SourceText text, string path = "", CancellationToken cancellationToken = default) =>
        PythonParser.OfThread.Parse(text, path, cancellationToken);

    public SourceText Text { get; }

    /// <summary>The path relative to the repository's root, with forward slashes.</summary>
    public string Path { get; }

    public Module Root { get; }

    /// <summary>The spans of the comments, each from its <c>#</c> to the end of its line, in order.</summary>
    public ImmutableArray<TextSpan> Comments { get; }

    /// <summary>The errors; the first is the one CPython reports, the others follow in order of place. Empty when CPython would accept the file.</summary>
    public ImmutableArray<SyntaxDiagnostic> Diagnostics { get; }

    /// <summary>The error CPython's <c>compile</c> would raise, or null.</summary>
    public SyntaxDiagnostic? FirstError => Diagnostics is [var first, ..] ? first : null;

    /// <summary>False when no name, attribute or keyword of the file is this word: a look that spares a walk. True may be a mistake.</summary>
    public bool MayMention(string name) => mentions.MayContain(NameTable.HashOf(name));

    /// <summary>Reads the tokens again: with the trivia before them they are the text, byte for byte.</summary>
    public ImmutableArray<SyntaxToken> Tokens() => PythonParser.OfThread.ReadTokens(Text);

    /// <summary>The spaces, comments, line ends and continuations before a token.</summary>
    public ImmutableArray<SyntaxTrivia> LeadingTrivia(SyntaxToken token) => TriviaScanner.Scan(Text.Content, token.FullStart, token.Start);
}
