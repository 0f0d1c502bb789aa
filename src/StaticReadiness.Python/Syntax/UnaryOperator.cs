namespace StaticReadiness.Python.Syntax;

/// <summary>The operator of a <see cref="UnaryOp"/>, by the names of Python's <c>ast</c>.</summary>
public enum UnaryOperator : byte { Invert, Not, UAdd, USub }
