namespace StaticReadiness.Python.Text;

/// <summary>A place in a source text: zero-based line, and zero-based column in the unit the caller asked for.</summary>
public readonly record struct LinePosition(int Line, int Column);
