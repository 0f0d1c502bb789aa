using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    /// <summary>The tokens of a text, the last of which ends the file.</summary>
    public ImmutableArray<SyntaxToken> ReadTokens(SourceText source)
    {
        lexer.Tokenize(source);
        var read = new SyntaxToken[tokens.Count];
        var end = 0;
        for (var i = 0; i < read.Length; i++)
        {
            // in a broken file the lexer may give a piece of text up and read it again
            var start = Math.Max(end, tokens.Starts[i]);
            var stop = Math.Max(start, tokens.Ends[i]);
            read[i] = new SyntaxToken(KindOf(tokens.Types[i]), end, start, stop);
            end = stop;
        }

        return ImmutableArray.Create(read);
    }

    private static SyntaxTokenKind KindOf(int type) => type switch
    {
        Eof => SyntaxTokenKind.EndOfFile,
        NEWLINE => SyntaxTokenKind.Newline,
        INDENT => SyntaxTokenKind.Indent,
        DEDENT => SyntaxTokenKind.Dedent,
        NAME => SyntaxTokenKind.Name,
        NUMBER => SyntaxTokenKind.Number,
        STRING => SyntaxTokenKind.String,
        FSTRING_START or TSTRING_START => SyntaxTokenKind.FStringStart,
        FSTRING_MIDDLE => SyntaxTokenKind.FStringMiddle,
        FSTRING_END => SyntaxTokenKind.FStringEnd,
        ERROR => SyntaxTokenKind.Error,
        _ => IsKeyword(type) ? SyntaxTokenKind.Keyword : SyntaxTokenKind.Operator,
    };

    private static bool IsKeyword(int type) => type is NONE or TRUE or FALSE or NOT or AWAIT or LAMBDA or YIELD or IS or IS_NOT or IN or NOT_IN
        or AND or OR or IF or ELSE or FOR or ASYNC or AS or FROM or (>= PASS and <= CASE);
}
