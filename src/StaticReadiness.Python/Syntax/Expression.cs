namespace StaticReadiness.Python.Syntax;

/// <summary>An expression.</summary>
public abstract class Expression(int start, int end) : SyntaxNode(start, end);
