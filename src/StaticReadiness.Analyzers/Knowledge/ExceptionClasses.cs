using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Tells classes of exceptions from others.</summary>
internal static class ExceptionClasses
{
    /// <summary>Whether a class of the project derives from an exception, as far as its bases can be followed.</summary>
    public static bool IsException(ClassSymbol type) =>
        type.Mro.Any(reference => reference.QualifiedName is "builtins.Exception" or "builtins.BaseException"
            || (reference.Symbol is null && (reference.QualifiedName.EndsWith("Error", StringComparison.Ordinal) || reference.QualifiedName.EndsWith("Exception", StringComparison.Ordinal))));
}
