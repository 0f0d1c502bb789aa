using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>Finds the expression of a tree that a value was read from.</summary>
internal sealed class SiteLocator(SyntaxTree tree) : SyntaxVisitor
{
    private readonly Dictionary<(TextSpan Span, SiteValueKind Kind), Expression?> known = [];
    private TextSpan span;
    private SyntaxNode? found;

    public Expression? Find(SiteValue value)
    {
        if (known.TryGetValue((value.Span, value.Kind), out var expression)) return expression;
        span = value.Span;
        for (SyntaxNode? node = tree.Root; node is not null; node = ChildOf(node))
        {
            if (node is not Expression candidate || candidate.Span != span || !Fits(candidate, value.Kind)) continue;
            expression = candidate;
            break;
        }

        return known[(span, value.Kind)] = expression;
    }

    public override void Visit(SyntaxNode node)
    {
        if (found is not null) return;
        var start = node switch
        {
            // a decorator stands before the start of what it decorates
            FunctionDef { Decorators: [var first, ..] } => first.Start,
            ClassDef { Decorators: [var first, ..] } => first.Start,
            _ => node.Start,
        };
        // and a default behind the end of its parameter
        var end = node is Parameter { Default: { } given } ? given.End : node.End;
        if (start <= span.Start && end >= span.End) found = node;
    }

    private SyntaxNode? ChildOf(SyntaxNode node)
    {
        found = null;
        if (node is Module module)
        {
            if (StatementAt(module.Body) is { } statement) Visit(statement);
        }
        else
        {
            node.VisitChildren(this);
        }

        return found;
    }

    private Statement? StatementAt(ImmutableArray<Statement> body)
    {
        var (low, high) = (0, body.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (body[middle].End < span.End) low = middle + 1;
            else high = middle;
        }

        return low < body.Length ? body[low] : null;
    }

    private static bool Fits(Expression node, SiteValueKind kind) => kind switch
    {
        SiteValueKind.Name => node is Name,
        SiteValueKind.Attribute => node is Python.Syntax.Attribute,
        SiteValueKind.Call => node is Call,
        _ => true,
    };
}
