using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Finds the nodes around a place of a tree.</summary>
internal static class NodeFinder
{
    /// <summary>The innermost node whose span contains the other one.</summary>
    public static SyntaxNode Find(SyntaxTree tree, TextSpan span)
    {
        var finder = new ChildFinder(span);
        SyntaxNode node = tree.Root;
        while (finder.FindIn(node) is { } child) node = child;
        return node;
    }

    /// <summary>The innermost statement or clause around a node.</summary>
    public static SyntaxNode? StatementOf(SyntaxNode node) =>
        node is Statement or ExceptHandler or MatchCase ? node : node.Ancestors().FirstOrDefault(ancestor => ancestor is Statement or ExceptHandler or MatchCase);

    /// <summary>The names of the classes and functions around a node, outermost first, joined by dots.</summary>
    public static string SymbolOf(SyntaxNode node) =>
        string.Join('.', node.Ancestors().Prepend(node).Select(NameOf).OfType<string>().Reverse());

    private static string? NameOf(SyntaxNode node) => node switch
    {
        FunctionDef function => function.Name,
        ClassDef @class => @class.Name,
        _ => null,
    };

    private sealed class ChildFinder(TextSpan span) : SyntaxVisitor
    {
        private SyntaxNode? found;

        public SyntaxNode? FindIn(SyntaxNode node)
        {
            found = null;
            node.VisitChildren(this);
            return found;
        }

        public override void Visit(SyntaxNode node)
        {
            // a decorator stands before the start of what it decorates
            if (found is null && node.Span.Contains(span)) found = node;
            else if (found is null && node is FunctionDef { Decorators.IsEmpty: false } function && TextSpan.FromBounds(function.Decorators[0].Start, node.End).Contains(span)) found = node;
            else if (found is null && node is ClassDef { Decorators.IsEmpty: false } @class && TextSpan.FromBounds(@class.Decorators[0].Start, node.End).Contains(span)) found = node;
        }
    }
}
