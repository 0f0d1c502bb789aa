using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>A token with the trivia before it: the tokens of a file, each with its trivia, are the file's text.</summary>
/// <param name="Kind">What the token is.</param>
/// <param name="FullStart">The offset of its trivia: the end of the token before.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset behind its last character.</param>
public readonly record struct SyntaxToken(SyntaxTokenKind Kind, int FullStart, int Start, int End)
{
    public TextSpan Span => TextSpan.FromBounds(Start, End);

    /// <summary>The span of the token and the trivia before it.</summary>
    public TextSpan FullSpan => TextSpan.FromBounds(FullStart, End);
}
