namespace StaticReadiness.Python.Syntax;

/// <summary>One operator of a <see cref="Compare"/>, by the names of Python's <c>ast</c>.</summary>
public enum ComparisonOperator : byte { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn }
