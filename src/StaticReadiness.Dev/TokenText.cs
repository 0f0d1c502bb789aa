using System.Collections.Immutable;
using System.Text;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Dev;

/// <summary>Puts a file together again from its tokens.</summary>
internal static class TokenText
{
    /// <summary>Says where the tokens and their trivia are not the text of the tree, or null.</summary>
    public static string? FindProblem(SyntaxTree tree, ImmutableArray<SyntaxToken> tokens, bool isWhole)
    {
        var text = new StringBuilder(tree.Text.Length);
        foreach (var token in tokens)
        {
            if (token.Start < token.FullStart || token.End < token.Start) return $"tokens overlap at {token.Start}";
            foreach (var trivia in tree.LeadingTrivia(token))
            {
                if (isWhole && trivia.Kind == SyntaxTriviaKind.Skipped) return $"text without a token at {trivia.Span.Start}";
                text.Append(tree.Text.Slice(trivia.Span));
            }

            text.Append(tree.Text.Slice(token.Span));
        }

        return text.Equals(tree.Text.Content) ? null : "the tokens are not the text";
    }
}
