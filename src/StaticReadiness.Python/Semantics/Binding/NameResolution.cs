namespace StaticReadiness.Python.Semantics;

/// <summary>Where a name of a scope lives (language reference §4.2.2); values as in CPython's <c>pycore_symtable.h</c>.</summary>
public enum NameResolution : byte { Unresolved = 0, Local = 1, GlobalExplicit = 2, GlobalImplicit = 3, Free = 4, Cell = 5 }
