using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>What a handler answers with: the expressions it returns and the variables that end up in them.</summary>
internal sealed class Answer
{
    private static readonly HashSet<string> PageWords = ["paginate", "paginated", "paginator", "pagination", "page", "pages", "pager", "limit", "offset", "cursor", "slice"];

    private readonly HashSet<string> returned = [];

    public Answer(FunctionDef handler)
    {
        Nodes = [.. handler.Body.DescendantsInScope()];
        IsPaged = Nodes.Any(IsOfPages) || handler.Decorators.Any(decorator => decorator.DescendantsAndSelf().Any(IsOfPages)) || handler.Parameters.Positional.Concat(handler.Parameters.KeywordOnly).Any(parameter => HasPageWord(parameter.Name)) || (handler.Returns is { } type && type.DescendantsAndSelf().OfType<Expression>().Any(part => part.LastName() is { } name && HasPageWord(name)));
        foreach (var statement in Nodes.OfType<Return>()) AddNames(statement.Value);
        // A second round follows `context["items"] = items` and `rows.append(item)`.
        for (var round = 0; round < 2; round++)
            foreach (var node in Nodes) AddSources(node);
    }

    /// <summary>The nodes that run with the handler.</summary>
    public IReadOnlyList<SyntaxNode> Nodes { get; }

    /// <summary>Whether a name speaks of pages or limits.</summary>
    public bool IsPaged { get; }

    /// <summary>Whether the rows of a query reach the answer.</summary>
    public bool Holds(Expression query)
    {
        SyntaxNode at = query;
        foreach (var parent in query.Ancestors())
        {
            switch (parent)
            {
                case Return: return true;
                case Assign { Targets: [var target] }: return IsReturned(target);
                case AnnAssign { Target: var target }: return IsReturned(target);
                case For loop when loop.Iterable == at: return loop.Body.DescendantsInScope().Any(IsAddition);
                case Call call when call.Function.LastName() is "len" or "bool" or "any" or "all" or "sum" or "max" or "min" or "print" or "set" or "next" or "isinstance": return false;
                case If or While or Compare or UnaryOp or FunctionDef: return false;
                case Comprehension comprehension when !comprehension.Conditions.IsEmpty: return false;
            }

            at = parent;
        }

        return false;
    }

    /// <summary>Whether a variable that holds a query gets more steps later: <c>query = query.limit(10)</c>.</summary>
    public bool IsRefined(string variable) =>
        Nodes.Any(node => node is Attribute { Value: Name name } step && name.Identifier == variable && step.Parent is Call && QueryChain.IsStep(step.Name)) || Nodes.Any(node => node is Subscript { Index: Slice, Value: Name name } && name.Identifier == variable)
        || Nodes.Count(node => node is Assign { Targets: [Name name] } && name.Identifier == variable) > 1;

    private bool IsReturned(Expression target) => target switch
    {
        Name name => returned.Contains(name.Identifier),
        Subscript { Value: Name name } => returned.Contains(name.Identifier),
        _ => false,
    };

    private bool IsAddition(SyntaxNode node) => node is Call { Function: Attribute { Name: "append", Value: Name name } } && returned.Contains(name.Identifier);

    private void AddSources(SyntaxNode node)
    {
        switch (node)
        {
            case Assign { Targets: [var target], Value: var value } when IsReturned(target): AddNames(value); break;
            case Call { Function: Attribute { Name: "append" or "extend" or "update", Value: Name name } } call when returned.Contains(name.Identifier):
                foreach (var argument in call.Arguments) AddNames(argument);
                break;
        }
    }

    private void AddNames(Expression? value)
    {
        foreach (var name in value?.DescendantsAndSelf().OfType<Name>() ?? []) returned.Add(name.Identifier);
    }

    private static bool IsOfPages(SyntaxNode node) => node switch
    {
        Name name => HasPageWord(name.Identifier),
        Attribute attribute => HasPageWord(attribute.Name),
        Constant { StringValue: { Length: < 20 } text } => HasPageWord(text),
        _ => false,
    };

    private static bool HasPageWord(string name) => IdentifierWords.Split(name).Exists(PageWords.Contains);
}
