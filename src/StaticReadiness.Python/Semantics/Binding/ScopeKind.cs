namespace StaticReadiness.Python.Semantics;

/// <summary>The kinds of scope CPython's symbol table knows; comprehensions are functions there and have a kind of their own here.</summary>
public enum ScopeKind : byte { Module, Class, Function, Lambda, Comprehension, Generator, TypeParameters, TypeAlias, TypeVariable, Annotation }
