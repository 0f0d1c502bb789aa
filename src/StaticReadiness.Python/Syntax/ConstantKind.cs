namespace StaticReadiness.Python.Syntax;

/// <summary>The kind of a literal. Adjacent string literals are one constant.</summary>
public enum ConstantKind : byte { None, True, False, Ellipsis, String, Bytes, Integer, Float, Imaginary }
