namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>Collects the names that walruses bind in the scope around a part of a comprehension.</summary>
internal sealed class WalrusNames : SyntaxVisitor
{
    private readonly List<Name> names = [];

    public static List<Name> In(SyntaxNode node)
    {
        var collector = new WalrusNames();
        collector.Visit(node);
        return collector.names;
    }

    public override void Visit(SyntaxNode node)
    {
        if (VisitOnFreshStack(node)) return;
        if (node is Lambda) return;
        if (node is NamedExpression { Target: Name name }) names.Add(name);
        node.VisitChildren(this);
    }
}
