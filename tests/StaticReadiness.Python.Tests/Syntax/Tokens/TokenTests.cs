using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Tests.Syntax.Tokens;

public class TokenTests
{
    [Fact]
    public void Each_token_has_its_kind()
    {
        var kinds = Tokens("if x:\n  y = f'a{1}'  # c\n").Select(token => token.Kind);

        kinds.ShouldBe(
        [
            SyntaxTokenKind.Keyword, SyntaxTokenKind.Name, SyntaxTokenKind.Operator, SyntaxTokenKind.Newline, SyntaxTokenKind.Indent, SyntaxTokenKind.Name, SyntaxTokenKind.Operator,
            SyntaxTokenKind.FStringStart, SyntaxTokenKind.FStringMiddle, SyntaxTokenKind.Operator, SyntaxTokenKind.Number, SyntaxTokenKind.Operator, SyntaxTokenKind.FStringEnd,
            SyntaxTokenKind.Newline, SyntaxTokenKind.Dedent, SyntaxTokenKind.EndOfFile,
        ]);
    }

    [Fact]
    public void Soft_keywords_are_keywords_only_where_they_begin_a_statement()
    {
        var words = Tokens("match match:\n case case: type = type\ntype type = int\n").Where(token => token.Kind == SyntaxTokenKind.Keyword);

        words.Select(token => token.Start).ShouldBe([0, 14, 37]);
    }

    [Fact]
    public void Trivia_before_a_token_comes_in_pieces()
    {
        var tree = SyntaxTree.Parse(SourceText.From("x = (  # type: int\r\n  \\\n\f1)"));
        var number = tree.Tokens().Single(token => token.Kind == SyntaxTokenKind.Number);

        tree.LeadingTrivia(number).Select(piece => (piece.Kind, tree.Text.ToString(piece.Span))).ShouldBe(
        [
            (SyntaxTriviaKind.Whitespace, "  "), (SyntaxTriviaKind.Comment, "# type: int"), (SyntaxTriviaKind.EndOfLine, "\r\n"),
            (SyntaxTriviaKind.Whitespace, "  "), (SyntaxTriviaKind.LineContinuation, "\\\n"), (SyntaxTriviaKind.Whitespace, "\f"),
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# c")]
    [InlineData("\f\tx\r\r\n  \\\n y  # c")]
    [InlineData("def f(:\n  'open\n)]} $ f'{x!r:{y}}' f'{'")]
    [InlineData("x = not  # c\\\n in")]
    public void Tokens_and_trivia_are_the_text(string source)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source));

        string.Concat(tree.Tokens().Select(token => tree.Text.ToString(token.FullSpan))).ShouldBe(source);
    }

    private static IEnumerable<SyntaxToken> Tokens(string source) => SyntaxTree.Parse(SourceText.From(source)).Tokens();
}
