namespace StaticReadiness.Python.Semantics;

/// <summary>The meaning of the names of one file.</summary>
public sealed class SemanticModel;
