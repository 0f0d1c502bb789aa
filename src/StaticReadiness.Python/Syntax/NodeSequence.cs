using System.Collections;
using System.Collections.Immutable;

namespace StaticReadiness.Python.Syntax;

/// <summary>Nodes in the order of the source, found while they are asked for: a <c>foreach</c> or <see cref="Any"/> over them allocates nothing.</summary>
public readonly struct NodeSequence : IEnumerable<SyntaxNode>
{
    private readonly SyntaxNode? root;
    private readonly ImmutableArray<Statement> statements;
    private readonly bool isInScope;

    /// <summary>A node and all nodes below it.</summary>
    internal NodeSequence(SyntaxNode root) => this.root = root;

    /// <summary>The nodes below a node that run when it does.</summary>
    internal NodeSequence(SyntaxNode owner, bool isInScope)
    {
        root = owner;
        this.isInScope = isInScope;
    }

    private NodeSequence(ImmutableArray<Statement> statements)
    {
        this.statements = statements;
        isInScope = true;
    }

    /// <summary>Statements, and the nodes below them that run when they do.</summary>
    public static NodeSequence Of(ImmutableArray<Statement> statements) => new(statements);

    /// <summary>Whether a node of the sequence is one that is looked for.</summary>
    public bool Any(Func<SyntaxNode, bool> predicate)
    {
        foreach (var node in this)
            if (predicate(node)) return true;
        return false;
    }

    public Enumerator GetEnumerator()
    {
        var stack = NodeStack.Rent();
        if (root is null) stack.PushAll(statements);
        else if (isInScope) stack.PushChildren(root);
        else stack.Visit(root);
        return new Enumerator(stack, isInScope);
    }

    IEnumerator<SyntaxNode> IEnumerable<SyntaxNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One walk over the nodes; the children of a node are looked up when the node after it is asked for.</summary>
    public struct Enumerator : IEnumerator<SyntaxNode>
    {
        private readonly bool isInScope;
        private NodeStack? stack;
        private SyntaxNode? current;

        internal Enumerator(NodeStack stack, bool isInScope)
        {
            this.stack = stack;
            this.isInScope = isInScope;
        }

        public readonly SyntaxNode Current => current!;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (current is not null && !(isInScope && current.Kind is (SyntaxKind.FunctionDef or SyntaxKind.Lambda or SyntaxKind.ClassDef))) stack!.PushChildren(current);
            current = stack?.Pop();
            return current is not null;
        }

        public void Dispose()
        {
            if (stack is not null) NodeStack.Return(stack);
            stack = null;
        }

        public readonly void Reset() => throw new NotSupportedException();
    }
}
