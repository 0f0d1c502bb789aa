using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Finds which assignments of a local variable can reach a use, where the block structure alone decides it.</summary>
internal static class FlowAnalysis
{
    private const int MaximumBindings = 64;

    /// <summary>The bindings that can reach the use, or null when all of them have to be considered.</summary>
    public static List<int>? FindReachingBindings(Symbol symbol, Name use, Scope scope)
    {
        var count = symbol.BindingCount;
        if (count is < 2 or > MaximumBindings || symbol.Scope != scope || symbol.IsBoundInside || scope.Kind == ScopeKind.Class) return null;
        if (use.Context != ExpressionContext.Load) return null;
        SyntaxNode? dominating = null;
        for (var i = 0; i < count; i++)
        {
            var binding = symbol.GetBinding(i);
            if (binding is AnnAssign) return null;
            if (GetEffect(binding) > use.Start) continue;
            if (Dominates(binding, use) && (dominating is null || binding.Start > dominating.Start)) dominating = binding;
        }

        if (dominating is null) return null;
        var reaching = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var binding = symbol.GetBinding(i);
            if (binding == dominating) reaching.Add(i);
            else if (binding.Start > dominating.Start && (GetEffect(binding) <= use.Start || SharesLoop(binding, use, dominating))) reaching.Add(i);
        }

        return reaching;
    }

    /// <summary>The last binding that runs whenever the scope's code does and so overwrites what is before it; the first one when none does.</summary>
    public static int FindLastCertain(Symbol symbol)
    {
        for (var i = symbol.BindingCount - 1; i > 0; i--)
            if (GetStatement(symbol.GetBinding(i)) is (Assign or Import or ImportFrom or FunctionDef or ClassDef) and { Parent: { } block } && block == symbol.Scope.Node) return i;
        return 0;
    }

    /// <summary>The offset from which on the name has its new value.</summary>
    internal static int GetEffect(SyntaxNode binding) => binding switch
    {
        Parameter => binding.Start,
        Name => GetStatement(binding) switch
        {
            Assign or AugAssign => GetStatement(binding)!.End,
            _ => binding.End,
        },
        FunctionDef or ClassDef => binding.End,
        _ => binding.End,
    };

    /// <summary>True when every path to the use runs through the binding: its block encloses the use.</summary>
    private static bool Dominates(SyntaxNode binding, SyntaxNode use)
    {
        if (binding is Parameter) return true;
        var statement = GetStatement(binding);
        if (statement is null || statement is not (Assign or AugAssign or Import or ImportFrom or FunctionDef or ClassDef)) return WithTarget(binding, use);
        var block = statement.Parent;
        if (block is null) return false;
        var child = use;
        for (var node = use.Parent; node is not null; child = node, node = node.Parent)
            if (node == block) return IsSameBlock(block, statement, child);
        return false;
    }

    /// <summary>The target of a <c>with</c> or <c>for</c> holds in the statement's body.</summary>
    private static bool WithTarget(SyntaxNode binding, SyntaxNode use)
    {
        var statement = GetStatement(binding);
        if (statement is not (With or For)) return false;
        var child = use;
        for (var node = use.Parent; node is not null; child = node, node = node.Parent)
        {
            if (node != statement) continue;
            return statement is With with ? with.Body.Contains(child) : ((For)statement).Body.Contains(child);
        }

        return false;
    }

    internal static bool IsSameBlock(SyntaxNode block, Statement left, SyntaxNode right) => block switch
    {
        If branch => branch.Body.Contains(left) == branch.Body.Contains(right),
        For loop => loop.Body.Contains(left) == loop.Body.Contains(right),
        While loop => loop.Body.Contains(left) == loop.Body.Contains(right),
        Try attempt => (attempt.Body.Contains(left) && attempt.Body.Contains(right)) || (attempt.OrElse.Contains(left) && attempt.OrElse.Contains(right))
            || (attempt.FinalBody.Contains(left) && attempt.FinalBody.Contains(right)) || (attempt.Body.Contains(left) && attempt.OrElse.Contains(right)),
        _ => true,
    };

    private static bool SharesLoop(SyntaxNode binding, SyntaxNode use, SyntaxNode dominating)
    {
        for (var node = use.Parent; node is not null; node = node.Parent)
        {
            if (node is not (For or While)) continue;
            if (Encloses(node, dominating) && dominating is not Parameter) return false;
            if (Encloses(node, binding)) return true;
        }

        return false;
    }

    private static bool Encloses(SyntaxNode outer, SyntaxNode inner) => inner.Start >= outer.Start && inner.End <= outer.End;

    private static Statement? GetStatement(SyntaxNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at is Statement statement) return statement;
            if (at is NamedExpression or Comprehension) return null;
        }

        return null;
    }
}
