using System.Collections.Immutable;

namespace StaticReadiness.Python.Syntax;

/// <summary>The nodes of a walk still to be shown: a walk on the heap, for chains of operators nest deeper than any thread's stack.</summary>
public sealed class NodeStack : SyntaxVisitor
{
    private const int SpareLimit = 4;

    // walks are many and short: a thread uses a few stacks again and again
    [ThreadStatic]
    private static Stack<NodeStack>? spares;

    private Item[] items = new Item[256];
    private int count;

    public override void Visit(SyntaxNode node)
    {
        if (count == items.Length) Array.Resize(ref items, count * 2);
        items[count++].Node = node;
    }

    public SyntaxNode? Pop()
    {
        if (count == 0) return null;
        ref var top = ref items[--count];
        var node = top.Node;
        top.Node = null;
        return node;
    }

    /// <summary>Puts the children of a node on top, the first one uppermost.</summary>
    public void PushChildren(SyntaxNode node)
    {
        var first = count;
        node.VisitChildren(this);
        if (count - first > 1) items.AsSpan(first, count - first).Reverse();
    }

    /// <summary>Puts statements on top, the first one uppermost.</summary>
    public void PushAll(ImmutableArray<Statement> statements)
    {
        for (var i = statements.Length - 1; i >= 0; i--) Visit(statements[i]);
    }

    public void Clear()
    {
        Array.Clear(items, 0, count);
        count = 0;
    }

    internal static NodeStack Rent() => spares is not null && spares.TryPop(out var spare) ? spare : new NodeStack();

    internal static void Return(NodeStack stack)
    {
        stack.Clear();
        spares ??= new Stack<NodeStack>(SpareLimit);
        if (spares.Count < SpareLimit) spares.Push(stack);
    }

    /// <summary>An array of a class checks the type of each element that is put into it; one of a structure has no subtypes to fear.</summary>
    private struct Item
    {
        public SyntaxNode? Node;
    }
}
