namespace StaticReadiness.Python.Semantics;

/// <summary>What a scope's own code does with a name; values as in CPython's <c>pycore_symtable.h</c>, so that tables can be compared.</summary>
[Flags]
public enum SymbolFlags : ushort
{
    None = 0,
    DeclaredGlobal = 1,
    Assigned = 2,
    Parameter = 4,
    DeclaredNonlocal = 8,
    Used = 16,
    FreeInClass = 64,
    Imported = 128,
    Annotated = 256,
    ComprehensionTarget = 512,
    TypeParameter = 1024,
    ComprehensionCell = 2048,
    Bound = Assigned | Parameter | Imported | TypeParameter,
}
