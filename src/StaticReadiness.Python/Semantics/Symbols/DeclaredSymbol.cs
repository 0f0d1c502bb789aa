using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A module, class or function that the project declares.</summary>
public abstract class DeclaredSymbol
{
    private readonly DeclaredSymbol? container;
    private string? qualifiedName;

    private protected DeclaredSymbol(string name, string qualifiedName, SyntaxTree tree)
    {
        Name = name;
        this.qualifiedName = qualifiedName;
        Tree = tree;
    }

    private protected DeclaredSymbol(string name, DeclaredSymbol container)
    {
        Name = name;
        this.container = container;
        Tree = container.Tree;
    }

    public string Name { get; }

    /// <summary>The module's dotted name followed by Python's <c>__qualname__</c>, such as <c>shop.cart.Cart.total</c> or <c>shop.cart.main.&lt;locals&gt;.helper</c>.</summary>
    public string QualifiedName => qualifiedName ??= container!.Prefix + Name;

    public SyntaxTree Tree { get; }

    public abstract ModuleSymbol Module { get; }

    /// <summary>What qualified names of the declarations within begin with.</summary>
    private string Prefix => QualifiedName + (this is FunctionSymbol { IsModuleBody: false } ? ".<locals>." : ".");

    public override string ToString() => QualifiedName;
}
