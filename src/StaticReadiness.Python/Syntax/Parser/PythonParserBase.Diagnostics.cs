using System.Collections.Immutable;
using StaticReadiness.Python.Syntax.Checks;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    private const string UnexpectedIndentMessage = "unexpected indent";

    /// <summary>The errors, that which CPython reports first.</summary>
    private ImmutableArray<SyntaxDiagnostic> Diagnostics(Module root, SourceText source)
    {
        var isWhole = lexer.Errors.Count == 0 && errors.Count == 0;
        SyntaxChecker.Run(root, source, errors);
        if (!isWhole) errors.RemoveAll(error => error.Phase != SyntaxErrorPhase.Parsing);
        if (lexer.Errors.Count == 0 && errors.Count == 0) return [];
        var first = First();
        var rest = lexer.Errors.Concat(errors).Where(error => !ReferenceEquals(error, first)).OrderBy(error => error.Span.Start);
        return [first, .. rest];
    }

    /// <summary>
    /// An error of the tokenizer wins over the parser's wherever it stands, since CPython reads all tokens before it reports one;
    /// only an unexpected indent stops it at once. An earlier phase wins over a later one; in those behind the parser the checks'
    /// order is CPython's.
    /// </summary>
    private SyntaxDiagnostic First()
    {
        var parsed = errors.OrderBy(error => error.Phase).ThenBy(error => error.Phase == SyntaxErrorPhase.Parsing ? error.Span.Start : 0).FirstOrDefault();
        if (lexer.Errors.Count == 0) return parsed!;
        var ahead = lexer.Ranks.IndexOf(ErrorRank.Ahead);
        var index = lexer.Ranks[0] is ErrorRank.Unclosed or ErrorRank.Guessed && ahead > 0 ? ahead : 0;
        return parsed is not null && StopsBefore(parsed, lexer.Errors[index], lexer.Ranks[index]) ? parsed : lexer.Errors[index];
    }

    private bool StopsBefore(SyntaxDiagnostic parsed, SyntaxDiagnostic error, ErrorRank rank) => rank switch
    {
        ErrorRank.Ahead => parsed.Message is UnexpectedIndentMessage && parsed.Span.Start < error.Span.Start,
        ErrorRank.Guessed => true,
        ErrorRank.InOrder => parsed.Span.Start < error.Span.Start,
        _ => parsed.Span.Start < LastEnd(tokens.Count - 2) && LineOf(parsed.Span.Start) <= LineOf(error.Span.Start),
    };
}
