using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Dev;

/// <summary>Why CPython refuses a source, with its one-based line and column, the part of CPython that does and the exception's class.</summary>
internal sealed record SourceError(string Message, int Line, int Column, string Phase, string Kind)
{
    private const string Parsing = "parsing";

    /// <summary>Whether <c>ast.parse</c> itself refuses the source, so that there is nothing to dump.</summary>
    public bool IsParserError => Phase == Parsing;

    public static SourceError From(SourceText text, SyntaxDiagnostic diagnostic)
    {
        var place = text.GetCodePointPosition(diagnostic.Span.Start);
        return new SourceError(diagnostic.Message, place.Line + 1, place.Column + 1, NameOf(diagnostic.Phase), diagnostic.Kind.ToString());
    }

    public static SourceError OfFile(string message, int line) => new(message, line, line > 0 ? 1 : 0, Parsing, nameof(SyntaxErrorKind.SyntaxError));

    private static string NameOf(SyntaxErrorPhase phase) => phase switch
    {
        SyntaxErrorPhase.Parsing => Parsing,
        SyntaxErrorPhase.Compilation => "compilation",
        _ => "symbols",
    };
}
