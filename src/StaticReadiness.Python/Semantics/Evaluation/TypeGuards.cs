using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Decides from the block structure whether a test such as <c>isinstance(x, A)</c> is known to hold, or to fail, where a name is read.</summary>
internal static class TypeGuards
{
    /// <summary>What a test's value was on every way to the use; null when both are possible.</summary>
    public static bool? Decide(Expression test, SyntaxNode use)
    {
        // what the test gave, should the expression around it be true or false
        bool? whenTrue = true;
        bool? whenFalse = false;
        SyntaxNode node = test;
        for (var parent = node.Parent; parent is not null; node = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case UnaryOp { Operator: UnaryOperator.Not }:
                    (whenTrue, whenFalse) = (whenFalse, whenTrue);
                    continue;
                case BoolOp logic:
                    var isAnd = logic.Operator == BoolOperator.And;
                    if (Contains(logic, use)) return IsLater(logic.Values, node, use) ? (isAnd ? whenTrue : whenFalse) : null;
                    if (isAnd) whenFalse = null;
                    else whenTrue = null;
                    continue;
                case IfExp choice when node == choice.Test:
                    return Contains(choice.Body, use) ? whenTrue : Contains(choice.OrElse, use) ? whenFalse : null;
                case If branch when node == branch.Test:
                    return DecideBranch(branch, use, whenTrue, whenFalse);
                case While loop when node == loop.Test:
                    return IsIn(loop.Body, use) ? whenTrue : null;
                case Assert check when node == check.Test:
                    return IsAfter(check, use) ? whenTrue : null;
                case Comprehension comprehension when comprehension.Conditions.Contains((Expression)node):
                    return comprehension.Parent is { } whole && Contains(whole, use) && (use.Start > node.End || !Contains(comprehension, use)) ? whenTrue : null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The case of a <c>match</c> whose guard or body holds the use, or null.</summary>
    public static MatchCase? FindCase(Match match, SyntaxNode use) =>
        match.Cases.FirstOrDefault(at => IsIn(at.Body, use) || (at.Guard is { } guard && Contains(guard, use)));

    /// <summary>True when the variable may have a new value since the test.</summary>
    public static bool IsRebound(Symbol symbol, SyntaxNode test, SyntaxNode use)
    {
        if (symbol.IsBoundInside) return true;
        for (var i = 0; i < symbol.BindingCount; i++)
        {
            var binding = symbol.GetBinding(i);
            if (binding.Start > test.Start && (FlowAnalysis.GetEffect(binding) <= use.Start || SharesInnerLoop(binding, test, use))) return true;
        }

        return false;
    }

    private static bool? DecideBranch(If branch, SyntaxNode use, bool? whenTrue, bool? whenFalse)
    {
        if (IsIn(branch.Body, use)) return whenTrue;
        if (IsIn(branch.OrElse, use)) return whenFalse;
        if (!IsAfter(branch, use)) return null;
        return Leaves(branch.Body) ? whenFalse : Leaves(branch.OrElse) ? whenTrue : null;
    }

    private static bool Leaves(ImmutableArray<Statement> block) => block is [.., var last] && last switch
    {
        Return or Raise or Continue or Break => true,
        If branch => Leaves(branch.Body) && Leaves(branch.OrElse),
        With with => Leaves(with.Body),
        _ => false,
    };

    /// <summary>True when the use stands further down in the block of the statement.</summary>
    private static bool IsAfter(Statement statement, SyntaxNode use)
    {
        if (use.Start < statement.End || statement.Parent is not { } block) return false;
        var child = use;
        for (var node = use.Parent; node is not null; child = node, node = node.Parent)
            if (node == block) return FlowAnalysis.IsSameBlock(block, statement, child);
        return false;
    }

    private static bool SharesInnerLoop(SyntaxNode binding, SyntaxNode test, SyntaxNode use)
    {
        for (var node = use.Parent; node is not null && !Contains(node, test); node = node.Parent)
            if (node is For or While && Contains(node, binding)) return true;
        return false;
    }

    private static bool IsLater(ImmutableArray<Expression> values, SyntaxNode test, SyntaxNode use) => values.Any(value => value.Start > test.End && Contains(value, use));

    private static bool IsIn(ImmutableArray<Statement> block, SyntaxNode use) => block is [var first, .., var last] ? use.Start >= first.Start && use.End <= last.End : block is [var only] && Contains(only, use);

    private static bool Contains(SyntaxNode outer, SyntaxNode inner) => inner.Start >= outer.Start && inner.End <= outer.End;
}
