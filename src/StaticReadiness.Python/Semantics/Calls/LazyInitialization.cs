using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>
/// Recognises code that runs at the first use alone: it fills an empty global variable or attribute, as in <c>if self._x is None: self._x = make()</c> or <c>if not _x: …</c>.
/// </summary>
internal static class LazyInitialization
{
    public static bool Contains(SyntaxNode node, FunctionSymbol function)
    {
        var child = node;
        for (var parent = node.Parent; parent is not null && parent != function.Node; child = parent, parent = parent.Parent)
            if (parent is If branch && child is Statement statement && branch.Body.Contains(statement) && FillsTested(branch, function)) return true;
        return false;
    }

    private static bool FillsTested(If branch, FunctionSymbol function)
    {
        var (tested, isNone) = GetTested(branch.Test);
        return tested switch
        {
            Name name => IsGlobal(name, function) && branch.Body.Any(statement => Assigns(statement, name)),
            // `if self._loop is None: self.start()` leaves the filling to another method
            Syntax.Attribute { Value: Name { Identifier: "self" or "cls" } } attribute => branch.Body.Any(statement => Assigns(statement, attribute)) || (isNone && IsFilledElsewhere(attribute, function)),
            _ => false,
        };
    }

    private static (Expression? Tested, bool IsNone) GetTested(Expression test) => test switch
    {
        Compare { Operators: [ComparisonOperator.Is], Left: var left, Comparators: [Constant { ConstantKind: ConstantKind.None }] } => (left, true),
        UnaryOp { Operator: UnaryOperator.Not, Operand: var operand } => (operand, false),
        _ => (null, false),
    };

    private static bool IsGlobal(Name name, FunctionSymbol function) => function.Scope.Find(name.Identifier) is { Resolution: NameResolution.GlobalExplicit };

    private static bool IsFilledElsewhere(Syntax.Attribute attribute, FunctionSymbol function) =>
        function.ContainingClass?.Attributes.TryGetValue(attribute.Name, out var bindings) == true && bindings.Any(binding => binding.Method != function && binding.Method.Name != "__init__");

    private static bool Assigns(SyntaxNode node, Expression target) => node switch
    {
        Assign assign => assign.Targets.Any(assigned => IsSame(assigned, target)),
        AnnAssign { Value: not null } assign => IsSame(assign.Target, target),
        FunctionDef or ClassDef or Expression => false,
        _ => node.ChildNodes().Any(child => Assigns(child, target)),
    };

    private static bool IsSame(Expression left, Expression right) => (left, right) switch
    {
        (Name one, Name other) => one.Identifier == other.Identifier,
        (Syntax.Attribute one, Syntax.Attribute other) => one.Name == other.Name && IsSame(one.Value, other.Value),
        _ => false,
    };
}
