using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A module, class or function that the project declares.</summary>
public abstract class DeclaredSymbol
{
    private protected DeclaredSymbol(string name, string qualifiedName, SyntaxTree tree)
    {
        Name = name;
        QualifiedName = qualifiedName;
        Tree = tree;
    }

    public string Name { get; }

    /// <summary>The module's dotted name followed by Python's <c>__qualname__</c>, such as <c>shop.cart.Cart.total</c> or <c>shop.cart.main.&lt;locals&gt;.helper</c>.</summary>
    public string QualifiedName { get; }

    public SyntaxTree Tree { get; }

    public abstract ModuleSymbol Module { get; }

    public override string ToString() => QualifiedName;
}
