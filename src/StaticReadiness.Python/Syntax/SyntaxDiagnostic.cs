using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>A syntax error, in CPython's wording.</summary>
/// <param name="Message">CPython's message, such as <c>'(' was never closed</c>.</param>
/// <param name="Span">The place CPython points at.</param>
/// <param name="Kind">The exception class CPython raises.</param>
public sealed record SyntaxDiagnostic(string Message, TextSpan Span, SyntaxErrorKind Kind = SyntaxErrorKind.SyntaxError);

/// <summary>The exception class CPython raises for a source it refuses.</summary>
public enum SyntaxErrorKind : byte { SyntaxError, IndentationError, TabError }
