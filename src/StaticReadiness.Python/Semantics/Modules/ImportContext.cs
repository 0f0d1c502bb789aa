namespace StaticReadiness.Python.Semantics;

/// <summary>What surrounds an import statement.</summary>
[Flags]
public enum ImportContext : byte
{
    None = 0,

    /// <summary>In the body of a function, so it runs when the function does.</summary>
    InFunction = 1,

    /// <summary>Under <c>if TYPE_CHECKING</c>, so it never runs.</summary>
    TypeChecking = 2,

    /// <summary>In a <c>try</c> that catches import errors, or in such a handler.</summary>
    Optional = 4,

    /// <summary>Under another <c>if</c>.</summary>
    Conditional = 8,
}
