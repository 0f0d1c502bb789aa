using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Tells which of a variable's bindings a use can see, where a branch sets the variable anew.</summary>
internal static class NearestBindings
{
    /// <summary>The bindings in the innermost branch that surely sets the variable before the use, or all of them; only a loop or a <c>try</c> may stand between.</summary>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode use, IEnumerable<SyntaxNode> bindings)
    {
        var all = bindings as IReadOnlyList<SyntaxNode> ?? [.. bindings];
        if (all.Count < 2) return all;
        foreach (var branch in use.Ancestors().TakeWhile(node => node is not FunctionDef).OfType<If>())
        {
            var near = all.Where(binding => binding.Start < use.Start && IsIn(branch, binding) && IsIn(branch, use) && binding.Ancestors().TakeWhile(node => node != branch).All(node => node is not (If or IfExp))).ToList();
            if (near.Exists(binding => binding.Parent is Assign assign && assign.Targets.Contains(binding))) return near;
        }

        return all;
    }

    private static bool IsIn(If branch, SyntaxNode node) => branch.Body.Any(statement => statement.Span.Contains(node.Span));
}
