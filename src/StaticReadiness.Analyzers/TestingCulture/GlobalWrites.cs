using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Finds where a function changes variables of modules: rebinds them, or changes the container they hold.</summary>
internal static class GlobalWrites
{
    private static readonly HashSet<string> Mutators =
        ["append", "appendleft", "extend", "extendleft", "insert", "remove", "pop", "popleft", "popitem", "clear", "update", "setdefault", "add", "discard", "move_to_end", "subtract", "rotate"];

    /// <summary>The writes in a function's own body, with the key of the variable; rebinding counts only under <c>global</c> or through a module.</summary>
    public static IEnumerable<(string Key, SyntaxNode Place, bool IsRebinding)> In(FunctionDef function, SemanticModel model)
    {
        foreach (var node in function.Body.DescendantsInScope())
        {
            foreach (var (target, isRebinding) in TargetsOf(node))
            {
                if (KeyOf(target, model) is not { } key) continue;
                if (!IsUnderLock(node, function) && !IsFilling(node, target, isRebinding, function) && !(isRebinding && IsAccepted(target, function, model))) yield return (key, node is Call call ? call.Function : target, isRebinding);
            }
        }
    }

    /// <summary>The keys of containers from which a file takes single entries out again, also by handing <c>x.discard</c> to somebody.</summary>
    public static IEnumerable<string> EmptiedIn(SemanticModel model) => EmptiedIn(model.Tree.Root, model);

    /// <summary>The keys of containers from which a piece of code takes single entries out again.</summary>
    public static IEnumerable<string> EmptiedIn(SyntaxNode code, SemanticModel model)
    {
        foreach (var node in code.DescendantsAndSelf())
        {
            var containers = node switch
            {
                Attribute { Name: "pop" or "popleft" or "remove" or "discard" or "popitem", Value: var value } => [value],
                Delete delete => delete.Targets.OfType<Subscript>().Select(subscript => subscript.Value),
                _ => Enumerable.Empty<Expression>(),
            };
            foreach (var container in containers)
                if (KeyOf(container, model) is { } key) yield return key;
        }
    }

    private static IEnumerable<(Expression Target, bool IsRebinding)> TargetsOf(SyntaxNode node) => node switch
    {
        Assign assign => assign.Targets.SelectMany(Flatten),
        AugAssign assign => Flatten(assign.Target),
        AnnAssign { Value: not null } assign => Flatten(assign.Target),
        Delete delete => delete.Targets.SelectMany(Flatten).Where(target => !target.IsRebinding),
        Call { Function: Attribute { Name: var method, Value: var receiver } } when Mutators.Contains(method) && Container(receiver) is { } container => [(container, false)],
        _ => [],
    };

    private static IEnumerable<(Expression Target, bool IsRebinding)> Flatten(Expression target) => target switch
    {
        Python.Syntax.Tuple or List => target.Elements().SelectMany(Flatten),
        Starred starred => Flatten(starred.Value),
        Subscript subscript => Container(subscript.Value) is { } container ? [(container, false)] : [],
        Name or Attribute => [(target, true)],
        _ => [],
    };

    // `carts[user].append(x)` and `carts[user]["total"] = 1` change what `carts` holds.
    private static Expression? Container(Expression expression)
    {
        while (expression is Subscript subscript) expression = subscript.Value;
        return expression is Name or Attribute ? expression : null;
    }

    private static string? KeyOf(Expression target, SemanticModel model)
    {
        if (target is Name name) return model.GetSymbol(name) is { Scope.Kind: ScopeKind.Module } or null ? ReferenceKeys.Of(target, model) : null;
        return target is Attribute { Value: Name } ? ReferenceKeys.Of(target, model) : null;
    }

    private static bool IsUnderLock(SyntaxNode node, FunctionDef function) =>
        function.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName() is { } name && IdentifierWords.Split(name).Any(word => word is "synchronized" or "synchronised" or "lock" or "locked"))
        || node.Ancestors().TakeWhile(ancestor => ancestor != function).OfType<With>().Any(with => with.Items.Any(item =>
            (item.Value is Call call ? call.Function : item.Value).DottedName() is { } name && IdentifierWords.Split(name).Any(word => word is "lock" or "rlock" or "mutex" or "semaphore" or "condition" || word.EndsWith("lock", StringComparison.Ordinal))));

    // What is computed once and kept: `if x is None: x = make()`, `if key not in x: x[key] = …`, `found = x.get(key)` with an early return.
    private static bool IsFilling(SyntaxNode node, Expression variable, bool isRebinding, FunctionDef function)
    {
        var written = variable.DottedName();
        foreach (var guard in node.Ancestors().TakeWhile(ancestor => ancestor != function).OfType<If>())
            if (AsksFor(guard.Test, written) || IsReplacing(node, guard, variable, function)) return true;
        foreach (var inner in function.Body.DescendantsInScope())
        {
            if (isRebinding && inner is If asked && AsksFor(asked.Test, written)) return true;
            if (inner is If { Body: [.., Return] } early && early.Start < node.Start && (AsksFor(early.Test, written) || IsKeptForAWhile(early, written))) return true;
            if (inner is Assign { Value: Call { Function: Attribute { Name: "get", Value: var table } }, Targets: [Name found] } && table.DottedName() == written
                && function.Body.DescendantsInScope().OfType<If>().Any(guard => guard.Test.DescendantsAndSelf().Any(test => test is Name name && name.Identifier == found.Identifier))) return true;
            if (inner is Try { Body: var tried, Handlers: [{ Type: { } caught }, ..] } && caught.LastName() is "KeyError" or "LookupError" && tried.Any(statement => Mentions(statement, written))) return true;
        }

        return false;
    }

    // A peer's comment on the `global` statement speaks for the variable.
    private static bool IsAccepted(Expression variable, FunctionDef function, SemanticModel model) => function.Body.DescendantsInScope().OfType<Global>().Any(statement =>
    {
        if (variable.LastName() is not { } name || !statement.Names.Contains(name)) return false;
        var line = model.Tree.Text.ToString(model.Tree.Text.GetLineSpan(model.Tree.Text.GetLineIndex(statement.Start)));
        return line.Contains("PLW0603", StringComparison.Ordinal) || line.Contains("global-statement", StringComparison.Ordinal) || line.Contains("W0603", StringComparison.Ordinal);
    });

    // `made = table[kind]`, then under a condition `table[kind] = …`: the entry is made at its first use.
    private static bool IsReplacing(SyntaxNode node, If guard, Expression variable, FunctionDef function) =>
        node is Assign assign && assign.Targets.OfType<Subscript>().FirstOrDefault() is { } entry && function.Body.DescendantsInScope().OfType<Assign>().Any(read => read.End <= guard.Start
            && read.Value is Subscript { Value: var table, Index: var index } && table.DottedName() == variable.DottedName() && index.DottedName() is { } key && key == entry.Index.DottedName());

    // `if TOKEN and now < TOKEN_EXPIRES_AT: return TOKEN`
    private static bool IsKeptForAWhile(If early, string? written) =>
        early.Test is BoolOp { Operator: BoolOperator.And } both && both.Values.Any(value => value.DottedName() == written) && both.Values.Any(value => value is Compare { Operators: [ComparisonOperator.Lt or ComparisonOperator.Gt or ComparisonOperator.LtE or ComparisonOperator.GtE] });

    private static bool AsksFor(Expression test, string? written) => test.DescendantsAndSelf().Any(part => part switch
    {
        Compare { Operators: [ComparisonOperator.In or ComparisonOperator.NotIn], Comparators: [var container] } => container.DottedName() == written,
        Compare { Operators: [ComparisonOperator.Is or ComparisonOperator.IsNot], Left: var left, Comparators: [var none] } => none.IsNone() && left.DottedName() == written,
        UnaryOp { Operator: UnaryOperator.Not, Operand: var operand } => operand.DottedName() == written,
        Name or Attribute when part.Parent is If => ((Expression)part).DottedName() == written,
        _ => false,
    });

    private static bool Mentions(SyntaxNode node, string? written) =>
        node.DescendantsAndSelf().Any(part => part is Name or Attribute && ((Expression)part).DottedName() == written);
}
