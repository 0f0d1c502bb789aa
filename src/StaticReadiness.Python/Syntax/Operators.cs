namespace StaticReadiness.Python.Syntax;

/// <summary>What an expression that can stand left of <c>=</c> is used for.</summary>
public enum ExpressionContext : byte { Load, Store, Del }

/// <summary>The kind of a literal. Adjacent string literals are one constant.</summary>
public enum ConstantKind : byte { None, True, False, Ellipsis, String, Bytes, Integer, Float, Imaginary }

public enum BoolOperator : byte { And, Or }

public enum UnaryOperator : byte { Invert, Not, UAdd, USub }

public enum BinaryOperator : byte { Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv }

public enum ComparisonOperator : byte { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn }
