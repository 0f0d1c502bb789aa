namespace StaticReadiness.Python.Syntax;

/// <summary>The nodes of a walk still to be shown: a walk on the heap, for chains of operators nest deeper than any thread's stack.</summary>
public sealed class NodeStack : SyntaxVisitor
{
    private const int SpareLimit = 4;

    // walks are many and short: a thread uses a few stacks again and again
    [ThreadStatic]
    private static Stack<NodeStack>? spares;

    private SyntaxNode?[] nodes = new SyntaxNode?[256];
    private int count;

    public override void Visit(SyntaxNode node)
    {
        if (count == nodes.Length) Array.Resize(ref nodes, count * 2);
        nodes[count++] = node;
    }

    public SyntaxNode? Pop()
    {
        if (count == 0) return null;
        var node = nodes[--count];
        nodes[count] = null;
        return node;
    }

    /// <summary>Puts the children of a node on top, the first one uppermost.</summary>
    public void PushChildren(SyntaxNode node)
    {
        var first = count;
        node.VisitChildren(this);
        if (count - first > 1) Array.Reverse(nodes, first, count - first);
    }

    public void Clear()
    {
        Array.Clear(nodes, 0, count);
        count = 0;
    }

    internal static NodeStack Rent() => spares is not null && spares.TryPop(out var spare) ? spare : new NodeStack();

    internal static void Return(NodeStack stack)
    {
        stack.Clear();
        spares ??= new Stack<NodeStack>(SpareLimit);
        if (spares.Count < SpareLimit) spares.Push(stack);
    }
}
