using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Dev.Fuzzing;

/// <summary>Checks what must hold of any tree, however broken its source.</summary>
internal sealed class TreeCheck : SyntaxVisitor
{
    private readonly SyntaxTree tree;
    private SyntaxNode? parent;
    private string? problem;

    private TreeCheck(SyntaxTree tree) => this.tree = tree;

    /// <summary>Says which node lies outside the text or its own bounds, or has another parent; or null.</summary>
    public static string? FindProblem(SyntaxTree tree)
    {
        foreach (var diagnostic in tree.Diagnostics)
            if (diagnostic.Span.Start < 0 || diagnostic.Span.End > tree.Text.Length) return $"a diagnostic outside the text: {diagnostic}";
        var check = new TreeCheck(tree);
        check.Visit(tree.Root);
        return check.problem;
    }

    public override void Visit(SyntaxNode node)
    {
        if (problem is not null) return;
        if (node.Start < 0 || node.End < node.Start || node.End > tree.Text.Length) problem = $"{node.Kind} spans {node.Start} to {node.End}";
        else if (!ReferenceEquals(node.Parent, parent)) problem = $"{node.Kind} at {node.Start} has another parent";
        var outer = parent;
        parent = node;
        node.VisitChildren(this);
        parent = outer;
    }
}
