using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A function that a framework calls.</summary>
/// <param name="Place">Where the framework runs it.</param>
public sealed record Handler(FunctionSymbol Function, Framework Framework, HandlerRole Role, HandlerPlace Place);
