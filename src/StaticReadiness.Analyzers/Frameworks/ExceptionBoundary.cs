using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A place where exceptions that handlers let through are caught for a whole application.</summary>
/// <param name="Framework">The framework it belongs to; null for middleware that fits several.</param>
/// <param name="Key">The application or router it is registered on; null when it holds for all of the framework.</param>
/// <param name="Description">What it is, as it reads in a proof: <c>`on_error` handles `Exception`</c>.</param>
/// <param name="Handler">The function that answers, when the project declares it.</param>
public sealed record ExceptionBoundary(Framework? Framework, string? Key, Location Location, string Description, FunctionSymbol? Handler);
