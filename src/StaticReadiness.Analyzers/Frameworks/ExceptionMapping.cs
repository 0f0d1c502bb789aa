using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A handler that is registered for a class of exceptions or for a status.</summary>
/// <param name="Caught">The qualified name of the class, or the status as text; <c>*</c> for a handler that sees them all.</param>
/// <param name="Class">The class when the project declares it.</param>
/// <param name="Handler">The function that answers, when the project declares it.</param>
/// <param name="IsCatchAll">True when it sees what nobody foresaw.</param>
public sealed record ExceptionMapping(Framework Framework, string Caught, ClassSymbol? Class, FunctionSymbol? Handler, Location Location, bool IsCatchAll);
