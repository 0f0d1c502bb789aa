namespace StaticReadiness.Python.Syntax;

/// <summary>A pattern of a <c>case</c> block.</summary>
public abstract class Pattern(int start, int end) : SyntaxNode(start, end);
