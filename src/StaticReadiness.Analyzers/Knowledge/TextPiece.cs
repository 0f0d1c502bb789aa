using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>A part of a text that code puts together: literal characters, or a value inserted between them.</summary>
internal readonly record struct TextPiece(string? Literal, Expression? Value);
