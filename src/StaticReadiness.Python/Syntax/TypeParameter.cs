namespace StaticReadiness.Python.Syntax;

/// <summary>A type parameter (PEP 695).</summary>
public abstract class TypeParameter(int start, int end) : SyntaxNode(start, end);
