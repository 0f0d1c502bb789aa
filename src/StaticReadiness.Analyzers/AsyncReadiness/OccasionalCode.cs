using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Code that runs now and then only, though its function is called all the time: what is made at first use, refreshed after a while, or tried after a failure.</summary>
internal static class OccasionalCode
{
    /// <summary>Whether a node stands in such code.</summary>
    public static bool Contains(SyntaxNode node)
    {
        foreach (var (inner, outer) in node.WithParents())
        {
            if (outer is ExceptHandler) return true;
            if (outer is If guard && inner is Statement && guard.Body.Any(statement => statement == inner) && (AsksForTime(guard.Test) || IsMissing(guard.Test))) return true;
            if (inner is Statement && StatementsAround(inner, outer).TakeWhile(statement => statement != inner).Any(IsHit)) return true;
            if (outer is FunctionDef or Lambda) return false;
        }

        return false;
    }

    private static IEnumerable<Statement> StatementsAround(SyntaxNode inner, SyntaxNode outer) => outer switch
    {
        FunctionDef function => function.Body,
        With block => block.Body,
        Try attempt when attempt.Body.Any(statement => statement == inner) => attempt.Body,
        If guard when guard.Body.Any(statement => statement == inner) => guard.Body,
        _ => [],
    };

    // `if time.monotonic() >= self.expires:`
    private static bool AsksForTime(Expression test) =>
        test.DescendantsAndSelf().Any(node => node is Compare compare && compare.DescendantsAndSelf().Any(part => part is Call call && call.Function.LastName() is "time" or "monotonic" or "perf_counter" or "now" or "utcnow"));

    // `if engine is None:`, `if not self._client:` around what makes it.
    private static bool IsMissing(Expression test) => test switch
    {
        Compare { Operators: [ComparisonOperator.Is], Comparators: [var none] } compare => none.IsNone() && MadeIn(compare.Left, test.Parent),
        UnaryOp { Operator: UnaryOperator.Not, Operand: var kept } => MadeIn(kept, test.Parent),
        _ => false,
    };

    private static bool MadeIn(Expression kept, SyntaxNode? guard) =>
        kept.DottedName() is { } name && guard is If { Body: var body } && body.DescendantsInScope().OfType<Assign>().Any(assign => assign.Targets.Any(target => target.DottedName() == name));

    // `if entry is not None: return entry`
    private static bool IsHit(Statement statement) =>
        statement is If { Body: [.., Return { Value: (Name or Python.Syntax.Attribute or Subscript) and var value }] } hit
        && value.DescendantsAndSelf().OfType<Name>().Any(name => hit.Test.DescendantsAndSelf().Any(node => node is Name tested && tested.Identifier == name.Identifier && tested.Identifier is not ("self" or "cls" or "request")));
}
