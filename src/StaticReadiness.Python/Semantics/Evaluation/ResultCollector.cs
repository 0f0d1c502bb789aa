using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Collects what a function returns, of a generator what it yields, without entering inner functions.</summary>
internal sealed class ResultCollector : SyntaxWalker
{
    private readonly List<Expression> results = [];
    private readonly bool isGenerator;

    private ResultCollector(bool isGenerator) => this.isGenerator = isGenerator;

    public static List<Expression> Collect(FunctionSymbol function)
    {
        // most functions of tests give nothing: the binder has seen that on its way
        if (!function.IsGenerator && !function.Scope.HasResult) return [];
        var collector = new ResultCollector(function.IsGenerator);
        if (function.Definition is { } definition)
            foreach (var statement in definition.Body) collector.Visit(statement);
        return collector.results;
    }

    protected override void VisitFunctionDef(FunctionDef node)
    {
    }

    protected override void VisitClassDef(ClassDef node)
    {
    }

    protected override void VisitLambda(Lambda node)
    {
    }

    protected override void VisitReturn(Return node)
    {
        if (!isGenerator && node.Value is not null) results.Add(node.Value);
        DefaultVisit(node);
    }

    protected override void VisitYield(Yield node)
    {
        if (isGenerator && node.Value is not null) results.Add(node.Value);
        DefaultVisit(node);
    }
}
