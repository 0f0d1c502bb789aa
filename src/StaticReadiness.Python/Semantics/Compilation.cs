namespace StaticReadiness.Python.Semantics;

/// <summary>All trees of one project bound together.</summary>
public sealed class Compilation;
