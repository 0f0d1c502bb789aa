namespace StaticReadiness.Python.Syntax;

/// <summary>Something that is shown syntax nodes one at a time; see <see cref="SyntaxWalker"/> for one that descends.</summary>
public abstract class SyntaxVisitor
{
    public abstract void Visit(SyntaxNode node);
}
