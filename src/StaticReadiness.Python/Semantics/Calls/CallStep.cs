using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Semantics;

/// <summary>One step of a call path: the place of a call and what it calls.</summary>
/// <param name="Tree">The file of the call.</param>
/// <param name="Span">The place of the call.</param>
/// <param name="CalleeName">The qualified name of the function called.</param>
/// <param name="Callee">The function when the project declares it; null for the library call that ends the path.</param>
/// <param name="Effect">What the library call does, at the end of the path.</param>
public sealed record CallStep(SyntaxTree Tree, TextSpan Span, string CalleeName, FunctionSymbol? Callee, LibraryEffect? Effect);
