using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Finds what one function does itself, without entering the functions defined in it.</summary>
internal sealed class FactSourceCollector(Compilation compilation, ExceptionFlow exceptions) : SyntaxWalker
{
    private readonly List<FactSource> sources = [];
    private FunctionSymbol function = null!;

    public IReadOnlyList<FactSource> Collect(FunctionSymbol of)
    {
        function = of;
        sources.Clear();
        foreach (var site in compilation.CallGraph.GetCalls(of)) AddEffects(site);
        // what an abstract method raises is a promise
        if (of.Definition is { } definition && AbstractMethods.IsStub(definition)) return [];
        foreach (var child in Body(of.Node)) Visit(child);
        return [.. sources];
    }

    private static IEnumerable<SyntaxNode> Body(SyntaxNode node) => node switch
    {
        FunctionDef definition => definition.Body,
        Lambda lambda => [lambda.Body],
        Module module => module.Body,
        _ => [],
    };

    private void AddEffects(CallSite site)
    {
        if (site is not { Effect: { } effect, Callee: null }) return;
        foreach (var rule in FactRule.All)
            if ((effect.Kind & rule.Effects) != EffectKinds.None && rule.Carries(site) && site.Mode != CallMode.Dispatch) Add(rule.Kind, rule.HasEffectAsSubject ? LibraryWords.WordOf(effect.Kind) : "", site.Node, site.CalleeName);
    }

    protected override void VisitFunctionDef(FunctionDef node)
    {
    }

    protected override void VisitLambda(Lambda node)
    {
    }

    protected override void VisitRaise(Raise node)
    {
        DefaultVisit(node);
        // a bare `raise` hands on what the handler caught: see ExceptionFlow
        if (node.Exception is not { } raised || exceptions.GetRaised(raised, ScopeOf(node)) is not { } type) return;
        if (!exceptions.IsCaught(node, function, type)) Add(FactKind.Raises, type, node, type);
    }

    protected override void VisitAwait(Await node)
    {
        DefaultVisit(node);
        if (function.IsAsync && !RunsProjectCode(node.Value)) Add(FactKind.Awaits, "", node, NameOf(node.Value));
    }

    protected override void VisitCall(Call node)
    {
        DefaultVisit(node);
        if (!compilation.Knowledge.MayOpen(LastName(node.Function)) || compilation.Evaluator.GetQualifiedName(node.Function, ScopeOf(node)) is not { } name) return;
        if (compilation.Knowledge.Opens(name)) Add(FactKind.Opens, name, node, name);
    }

    private bool RunsProjectCode(Expression awaited) =>
        awaited is Call call && compilation.CallGraph.GetCalls(function).Any(site => site.Node == call && site.Callee is { IsAsync: true });

    private string NameOf(Expression awaited) =>
        awaited is Call call ? compilation.Evaluator.GetQualifiedName(call.Function, ScopeOf(call)) ?? LastName(call.Function) : LastName(awaited);

    private static string LastName(Expression expression) => expression switch
    {
        Name name => name.Identifier,
        Syntax.Attribute attribute => attribute.Name,
        _ => "",
    };

    private Scope ScopeOf(SyntaxNode node) => function.Module.SymbolTable.GetEnclosingScope(node);

    private void Add(FactKind kind, string subject, SyntaxNode node, string name) => sources.Add(new FactSource(function, new Fact(kind, subject), node, name));
}
