namespace StaticReadiness.Python.Syntax;

/// <summary>The operator of a <see cref="BinOp"/> or an <see cref="AugAssign"/>, by the names of Python's <c>ast</c>.</summary>
public enum BinaryOperator : byte { Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv }
