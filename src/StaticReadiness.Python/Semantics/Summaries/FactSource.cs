using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A place in a function's own body that makes a fact.</summary>
/// <param name="Function">The function.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Node">The place.</param>
/// <param name="Name">What does it there: a library function, an exception.</param>
internal sealed record FactSource(FunctionSymbol Function, Fact Fact, SyntaxNode Node, string Name);
