namespace StaticReadiness.Python.Semantics;

/// <summary>A class named as a base.</summary>
/// <param name="QualifiedName">Its fully qualified name.</param>
/// <param name="Symbol">Its symbol when the project declares it.</param>
public readonly record struct ClassReference(string QualifiedName, ClassSymbol? Symbol);
