namespace StaticReadiness.Python.Syntax;

/// <summary>A statement.</summary>
public abstract class Statement(int start, int end) : SyntaxNode(start, end);
