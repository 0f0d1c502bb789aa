using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>A syntax error, in CPython's wording.</summary>
/// <param name="Message">CPython's message, such as <c>'(' was never closed</c>.</param>
/// <param name="Span">The place CPython points at.</param>
/// <param name="Kind">The exception class CPython raises.</param>
/// <param name="Phase">The part of CPython that refuses the source.</param>
public sealed record SyntaxDiagnostic(string Message, TextSpan Span, SyntaxErrorKind Kind = SyntaxErrorKind.SyntaxError, SyntaxErrorPhase Phase = SyntaxErrorPhase.Parsing);

/// <summary>The exception class CPython raises for a source it refuses.</summary>
public enum SyntaxErrorKind : byte { SyntaxError, IndentationError, TabError }

/// <summary>The parts of CPython that look at a source one after the other: <c>ast.parse</c> runs the first alone, <c>compile</c> all.</summary>
public enum SyntaxErrorPhase : byte { Parsing, Features, Symbols, Bindings, Compilation }
