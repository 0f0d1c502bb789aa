using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>Where a request handler has a database session from.</summary>
/// <param name="Key">What tells one way from another, however it is written.</param>
/// <param name="Way">The way as it reads in a message, with its name: <c>the dependency `get_session`</c>.</param>
/// <param name="Place">The expression or parameter that shows it.</param>
internal sealed record SessionSource(string Key, string Way, SyntaxNode Place);
