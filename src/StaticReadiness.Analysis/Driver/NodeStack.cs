using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analysis.Driver;

/// <summary>The nodes of a walk still to be shown: a walk on the heap, for chains of operators nest deeper than any thread's stack.</summary>
internal sealed class NodeStack : SyntaxVisitor
{
    private SyntaxNode[] nodes = new SyntaxNode[256];
    private int count;

    public override void Visit(SyntaxNode node)
    {
        if (count == nodes.Length) Array.Resize(ref nodes, count * 2);
        nodes[count++] = node;
    }

    public SyntaxNode? Pop() => count == 0 ? null : nodes[--count];

    public void PushChildren(SyntaxNode node)
    {
        var first = count;
        node.VisitChildren(this);
        Array.Reverse(nodes, first, count - first);
    }

    public void Clear() => count = 0;
}
