namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>The kinds of scope that CPython's symbol table tells apart.</summary>
internal enum CheckedScopeKind : byte
{
    Module, Class, Function, AsyncFunction, Lambda, Comprehension, Generator,
    Annotation, TypeParameters, TypeVarBound, TypeVarConstraint, TypeVarDefault, TypeVarTupleDefault, ParamSpecDefault, TypeAlias,
}
