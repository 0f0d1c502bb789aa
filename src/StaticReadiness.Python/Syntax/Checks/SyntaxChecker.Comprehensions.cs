using System.Collections.Immutable;

namespace StaticReadiness.Python.Syntax.Checks;

internal sealed partial class SyntaxChecker
{
    private void VisitComprehension(Expression node)
    {
        switch (node)
        {
            case ListComp list: VisitComprehension(node, list.Element, null, list.Generators); break;
            case SetComp set: VisitComprehension(node, set.Element, null, set.Generators); break;
            case DictComp dict: VisitComprehension(node, dict.Key, dict.Value, dict.Generators); break;
            case GeneratorExp generator: VisitComprehension(node, generator.Element, null, generator.Generators); break;
        }
    }

    private void VisitComprehension(Expression node, Expression element, Expression? value, ImmutableArray<Comprehension> generators)
    {
        VisitIterable(generators[0].Iterable);
        var outer = scope;
        scope = new CheckedScope(node is GeneratorExp ? CheckedScopeKind.Generator : CheckedScopeKind.Comprehension, node, outer);
        for (var i = 0; i < generators.Length; i++)
        {
            var generator = generators[i];
            if (hasWalrus) BindTargets(generator.Target);
            VisitAssignedTarget(generator.Target);
            if (i > 0) VisitIterable(generator.Iterable);
            VisitAll(generator.Conditions);
            scope.IsCoroutine |= generator.IsAsync;
        }

        Visit(element);
        VisitOptional(value);
        var isAsynchronous = scope.IsCoroutine;
        scope = outer;
        if (isAsynchronous && node is not GeneratorExp) EnterAsynchronous(node);
    }

    private void EnterAsynchronous(Expression comprehension)
    {
        if (scope.IsComprehension) scope.IsCoroutine = true;
        else if (scope.Kind != CheckedScopeKind.AsyncFunction) Report("asynchronous comprehension outside of an asynchronous function", comprehension);
    }

    private void VisitIterable(Expression iterable)
    {
        var outer = scope.IsInIterable;
        scope.IsInIterable = true;
        Visit(iterable);
        scope.IsInIterable = outer;
    }

    private void BindTargets(Expression target)
    {
        switch (target)
        {
            case Name name:
                (scope.Targets ??= []).Add(name.Identifier);
                if (scope.WalrusNames?.Contains(name.Identifier) == true)
                    Report($"comprehension inner loop cannot rebind assignment expression target '{name.Identifier}'", name, SyntaxErrorPhase.Symbols);
                break;
            case Starred starred: BindTargets(starred.Value); break;
            case Tuple tuple:
                foreach (var element in tuple.Elements) BindTargets(element);
                break;
            case List list:
                foreach (var element in list.Elements) BindTargets(element);
                break;
        }
    }

    private void VisitNamedExpression(NamedExpression node)
    {
        if (CheckRestricted(node, "named expression"))
        {
            if (scope.IsInIterable) Report("assignment expression cannot be used in a comprehension iterable expression", node, SyntaxErrorPhase.Symbols);
            else if (scope.IsComprehension && node.Target is Name name) CheckWalrusInComprehension(node, name.Identifier);
        }

        Visit(node.Value);
        Visit(node.Target);
    }

    private void CheckWalrusInComprehension(NamedExpression node, string name)
    {
        var around = scope;
        for (; around is { IsComprehension: true }; around = around.Parent)
        {
            if (around.Targets?.Contains(name) == true)
            {
                Report($"assignment expression cannot rebind comprehension iteration variable '{name}'", node, SyntaxErrorPhase.Symbols);
                return;
            }

            (around.WalrusNames ??= []).Add(name);
        }

        var place = around?.Kind switch
        {
            CheckedScopeKind.Class => "in a class body",
            CheckedScopeKind.TypeAlias => "in a type alias",
            CheckedScopeKind.TypeParameters => "within the definition of a generic",
            CheckedScopeKind.TypeVarBound => "in a TypeVar bound",
            CheckedScopeKind.TypeVarConstraint or CheckedScopeKind.TypeVarDefault or CheckedScopeKind.TypeVarTupleDefault or CheckedScopeKind.ParamSpecDefault =>
                "in a TypeVar bound",
            _ => null,
        };
        if (place is not null) Report($"assignment expression within a comprehension cannot be used {place}", node, SyntaxErrorPhase.Symbols);
    }

    private void VisitAwait(Await node)
    {
        if (CheckRestricted(node, "await expression"))
        {
            if (scope.IsComprehension) scope.IsCoroutine = true;
            else if (!scope.IsFunction) Report("'await' outside function", node);
            else if (scope.Kind != CheckedScopeKind.AsyncFunction) Report("'await' outside async function", node);
        }

        Visit(node.Value);
    }

    private void VisitYield(Expression node)
    {
        if (CheckRestricted(node, "yield expression")) CheckYield(node);
        if (node is YieldFrom from) Visit(from.Value);
        else if (((Yield)node).Value is { } value) VisitValue(value);
    }

    private void CheckYield(Expression node)
    {
        var keyword = node is YieldFrom ? "yield from" : "yield";
        if (scope.IsComprehension) Report($"'yield' inside {ExpressionNames.Of((Expression)scope.Node)}", node, SyntaxErrorPhase.Symbols);
        else if (!scope.IsFunction) Report($"'{keyword}' outside function", node);
        else if (node is YieldFrom && scope.Kind == CheckedScopeKind.AsyncFunction) Report("'yield from' inside async function", node);
        scope.HasYield = true;
    }
}
