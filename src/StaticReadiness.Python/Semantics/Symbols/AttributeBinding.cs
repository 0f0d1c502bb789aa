using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>One place where a method binds an attribute of its object.</summary>
/// <param name="Target">The <c>self.x</c> that is bound.</param>
/// <param name="Statement">The statement, <c>with</c> item or loop that binds it.</param>
/// <param name="Method">The method.</param>
public readonly record struct AttributeBinding(Syntax.Attribute Target, SyntaxNode Statement, FunctionSymbol Method);
