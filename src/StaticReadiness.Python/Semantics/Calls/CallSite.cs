using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A place where a function runs another one.</summary>
/// <param name="Caller">The function whose body holds the place.</param>
/// <param name="Node">The call; for a property the attribute, for a context manager the <c>with</c> item.</param>
/// <param name="Callee">The function of the project that runs, or null for one of a library.</param>
/// <param name="CalleeName">The qualified name of what runs.</param>
/// <param name="Effect">What is known of the library function.</param>
/// <param name="Mode">Where it runs.</param>
public sealed record CallSite(FunctionSymbol Caller, SyntaxNode Node, FunctionSymbol? Callee, string CalleeName, LibraryEffect? Effect, CallMode Mode);
