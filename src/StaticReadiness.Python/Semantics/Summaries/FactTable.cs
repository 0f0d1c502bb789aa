using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Which facts hold of which functions, with the next step of a shortest path to where each is made: a breadth-first search from there to the callers.</summary>
internal sealed class FactTable
{
    private readonly Dictionary<(FunctionSymbol Function, Fact Fact), Step> steps = [];
    private readonly Dictionary<FunctionSymbol, List<Fact>> facts = [];
    private readonly Queue<(FunctionSymbol Function, Fact Fact)> open = [];

    /// <summary>Searches all facts at once.</summary>
    /// <param name="graph">Who calls whom.</param>
    /// <param name="sources">Where facts are made.</param>
    /// <param name="ends">Tells whether a fact does not get beyond a call; it is asked of facts that handlers can end.</param>
    public FactTable(CallGraph graph, IEnumerable<FactSource> sources, Func<CallSite, Fact, bool> ends)
    {
        foreach (var source in sources) Add(source.Function, source.Fact, new Step(source.Node, source.Name, null));
        while (open.TryDequeue(out var at))
        {
            var rule = FactRule.Of(at.Fact.Kind);
            foreach (var site in graph.GetCallers(at.Function))
            {
                if (!rule.Carries(site) || steps.ContainsKey((site.Caller, at.Fact))) continue;
                if (site.Mode == CallMode.Dispatch && !SharedEffects.All(site, graph.GetCalls(site.Caller), alternative => Holds(alternative, at.Fact))) continue;
                if (rule.EndsAtHandlers && ends(site, at.Fact)) continue;
                Add(site.Caller, at.Fact, new Step(site.Node, site.CalleeName, at.Function));
            }
        }
    }

    public IReadOnlyList<Fact> GetFacts(FunctionSymbol function) => facts.GetValueOrDefault(function, []);

    /// <summary>The calls from a function to where the fact is made; empty when it does not hold.</summary>
    public ImmutableArray<CallStep> GetPath(FunctionSymbol function, Fact fact)
    {
        var path = ImmutableArray.CreateBuilder<CallStep>();
        for (FunctionSymbol? at = function; at is not null && steps.TryGetValue((at, fact), out var step); at = step.Callee)
            path.Add(new CallStep(at.Tree, step.Node.Span, step.Name, step.Callee, null));
        return path.ToImmutable();
    }

    private bool Holds(CallSite site, Fact fact) => site.Callee is { } callee && steps.ContainsKey((callee, fact));

    private void Add(FunctionSymbol function, Fact fact, Step step)
    {
        if (!steps.TryAdd((function, fact), step)) return;
        if (!facts.TryGetValue(function, out var list)) facts[function] = list = [];
        list.Add(fact);
        open.Enqueue((function, fact));
    }

    private readonly record struct Step(SyntaxNode Node, string Name, FunctionSymbol? Callee);
}
