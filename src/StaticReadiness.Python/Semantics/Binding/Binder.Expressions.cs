using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Binder
{
    protected override void VisitLambda(Lambda node)
    {
        VisitDefaults(node.Parameters);
        Enter(ScopeKind.Lambda, "lambda", node);
        DefineParameters(node.Parameters);
        Visit(node.Body);
        Exit();
    }

    protected override void VisitIfExp(IfExp node)
    {
        Visit(node.Test);
        Visit(node.Body);
        Visit(node.OrElse);
    }

    protected override void VisitDict(Dict node)
    {
        VisitAll(node.Keys);
        VisitAll(node.Values);
    }

    protected override void VisitListComp(ListComp node) => VisitComprehension(node, ScopeKind.Comprehension, "listcomp", node.Generators, node.Element, value: null);

    protected override void VisitSetComp(SetComp node) => VisitComprehension(node, ScopeKind.Comprehension, "setcomp", node.Generators, node.Element, value: null);

    protected override void VisitDictComp(DictComp node) => VisitComprehension(node, ScopeKind.Comprehension, "dictcomp", node.Generators, node.Key, node.Value);

    protected override void VisitGeneratorExp(GeneratorExp node) => VisitComprehension(node, ScopeKind.Generator, "genexpr", node.Generators, node.Element, value: null);

    private void VisitComprehension(
        SyntaxNode node, ScopeKind kind, string name, System.Collections.Immutable.ImmutableArray<Comprehension> generators, Expression element, Expression? value)
    {
        Visit(generators[0].Iterable);
        var savedTarget = inIterationTarget;
        inIterationTarget = false;
        Enter(kind, name, node);
        Define(".0", SymbolFlags.Parameter, binding: null);
        for (var i = 0; i < generators.Length; i++)
        {
            var generator = generators[i];
            inIterationTarget = true;
            Visit(generator.Target);
            inIterationTarget = false;
            if (i > 0) Visit(generator.Iterable);
            VisitAll(generator.Conditions);
        }

        VisitOptional(value);
        Visit(element);
        Exit();
        inIterationTarget = savedTarget;
    }
}
