using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Recognises code that fills a global variable at its first use: <c>if _x is None: _x = make()</c> or <c>if not _x: …</c>.</summary>
internal static class LazyInitialization
{
    public static bool Contains(SyntaxNode node, FunctionSymbol function)
    {
        var child = node;
        for (var parent = node.Parent; parent is not null && parent != function.Node; child = parent, parent = parent.Parent)
            if (parent is If branch && child is Statement statement && branch.Body.Contains(statement) && GetTested(branch.Test) is { } name && IsGlobal(name, function) && branch.Body.Any(s => Assigns(s, name.Identifier))) return true;
        return false;
    }

    private static Name? GetTested(Expression test) => test switch
    {
        Compare { Operators: [ComparisonOperator.Is], Left: Name name, Comparators: [Constant { ConstantKind: ConstantKind.None }] } => name,
        UnaryOp { Operator: UnaryOperator.Not, Operand: Name name } => name,
        _ => null,
    };

    private static bool IsGlobal(Name name, FunctionSymbol function) => function.Scope.Find(name.Identifier) is { Resolution: NameResolution.GlobalExplicit };

    private static bool Assigns(Statement statement, string name) => statement is Assign assign && assign.Targets.Any(t => t is Name target && target.Identifier == name);
}
