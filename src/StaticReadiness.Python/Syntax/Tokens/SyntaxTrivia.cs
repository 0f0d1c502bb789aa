using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>A piece of text between tokens.</summary>
public readonly record struct SyntaxTrivia(SyntaxTriviaKind Kind, TextSpan Span);
