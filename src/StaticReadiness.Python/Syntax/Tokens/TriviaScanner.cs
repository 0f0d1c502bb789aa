using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>Cuts the text between two tokens into its pieces.</summary>
internal static class TriviaScanner
{
    public static ImmutableArray<SyntaxTrivia> Scan(string text, int start, int end)
    {
        var pieces = ImmutableArray.CreateBuilder<SyntaxTrivia>();
        while (start < end)
        {
            var (kind, length) = Next(text.AsSpan(start, end - start));
            pieces.Add(new SyntaxTrivia(kind, new TextSpan(start, length)));
            start += length;
        }

        return pieces.ToImmutable();
    }

    private static (SyntaxTriviaKind Kind, int Length) Next(ReadOnlySpan<char> rest) => rest[0] switch
    {
        ' ' or '\t' or '\f' => (SyntaxTriviaKind.Whitespace, LengthOrAll(rest, rest.IndexOfAnyExcept(' ', '\t', '\f'))),
        '#' => (SyntaxTriviaKind.Comment, LengthOrAll(rest, rest.IndexOfAny('\n', '\r'))),
        '\n' or '\r' => (SyntaxTriviaKind.EndOfLine, LineEndLength(rest)),
        '\\' when rest.Length > 1 && rest[1] is '\n' or '\r' => (SyntaxTriviaKind.LineContinuation, 1 + LineEndLength(rest[1..])),
        _ => (SyntaxTriviaKind.Skipped, LengthOrAll(rest[1..], rest[1..].IndexOfAny(" \t\f#\n\r\\")) + 1),
    };

    private static int LengthOrAll(ReadOnlySpan<char> rest, int found) => found < 0 ? rest.Length : found;

    private static int LineEndLength(ReadOnlySpan<char> rest) => rest.StartsWith("\r\n") ? 2 : 1;
}
