using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>A node of a Python syntax tree: immutable but for its parent, which the parent's constructor sets.</summary>
public abstract class SyntaxNode
{
    protected SyntaxNode(int start, int end)
    {
        Start = start;
        End = end;
    }

    public abstract SyntaxKind Kind { get; }

    /// <summary>The offset of the first character, in UTF-16 code units; where CPython's <c>lineno, col_offset</c> point.</summary>
    public int Start { get; }

    /// <summary>The offset behind the last character, in UTF-16 code units; where CPython's <c>end_lineno, end_col_offset</c> point.</summary>
    public int End { get; }

    public TextSpan Span => TextSpan.FromBounds(Start, End);

    public SyntaxNode? Parent { get; private set; }

    /// <summary>Visits the children in the order of the source text.</summary>
    public abstract void VisitChildren(SyntaxVisitor visitor);

    /// <summary>The enclosing nodes, from the parent outwards.</summary>
    public IEnumerable<SyntaxNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent) yield return node;
    }

    /// <summary>The nearest enclosing node of a type, or null.</summary>
    public T? FirstAncestor<T>() where T : SyntaxNode
    {
        for (var node = Parent; node is not null; node = node.Parent)
            if (node is T found) return found;
        return null;
    }

    /// <summary>The node and all nodes below it, in order of the source.</summary>
    public NodeSequence DescendantsAndSelf() => new(this);

    /// <summary>The nodes below that run when this one does: what stands in nested functions, lambdas and classes is left out.</summary>
    public NodeSequence DescendantsInScope() => new(this, isInScope: true);

    public ImmutableArray<SyntaxNode> ChildNodes()
    {
        var collector = new ChildCollector();
        VisitChildren(collector);
        return collector.Nodes.ToImmutable();
    }

    protected void Adopt(SyntaxNode child) => child.Parent = this;

    protected void AdoptAll<T>(ImmutableArray<T> children) where T : SyntaxNode?
    {
        foreach (var child in children)
            if (child is not null) child.Parent = this;
    }

    private sealed class ChildCollector : SyntaxVisitor
    {
        public ImmutableArray<SyntaxNode>.Builder Nodes { get; } = ImmutableArray.CreateBuilder<SyntaxNode>();

        public override void Visit(SyntaxNode node) => Nodes.Add(node);
    }
}
