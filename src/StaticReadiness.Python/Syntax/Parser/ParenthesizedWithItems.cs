using System.Collections.Immutable;

namespace StaticReadiness.Python.Syntax;

/// <summary>What the parentheses of a `with` statement hold, until the statement takes it apart; never part of a tree.</summary>
internal sealed class ParenthesizedWithItems(int start, int end, ImmutableArray<WithItem> items) : Expression(start, end)
{
    public ImmutableArray<WithItem> Items { get; } = items;

    public override SyntaxKind Kind => SyntaxKind.None;

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        foreach (var item in Items) visitor.Visit(item);
    }
}
