namespace StaticReadiness.Python.Syntax;

/// <summary>The operator of a <see cref="BoolOp"/>.</summary>
public enum BoolOperator : byte { And, Or }
