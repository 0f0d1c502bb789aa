namespace StaticReadiness.Python.Syntax;

/// <summary>What an expression that can stand left of <c>=</c> is used for.</summary>
public enum ExpressionContext : byte { Load, Store, Del }
