namespace StaticReadiness.Python.Semantics;

/// <summary>How an argument reaches a parameter (the <c>inspect.Parameter.kind</c> of Python).</summary>
public enum ParameterKind : byte { PositionalOnly, PositionalOrKeyword, VarPositional, KeywordOnly, VarKeyword }
