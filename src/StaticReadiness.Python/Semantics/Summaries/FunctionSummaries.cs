using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>What running each function of a project does, itself and through everything it runs.</summary>
public sealed class FunctionSummaries
{
    private readonly FactTable table;

    internal FunctionSummaries(Compilation compilation, CancellationToken cancellationToken)
    {
        var graph = compilation.CallGraph;
        var exceptions = new ExceptionFlow(compilation);
        var sources = new IReadOnlyList<FactSource>[graph.Functions.Length];
        ParallelWork.Run(sources.Length, compilation.Jobs, () =>
        {
            var collector = new FactSourceCollector(compilation, exceptions);
            return i => sources[i] = collector.Collect(graph.Functions[i]);
        }, cancellationToken);
        table = new FactTable(graph, sources.SelectMany(found => found), (site, fact) => exceptions.IsCaught(site.Node, site.Caller, fact.Subject));
    }

    /// <summary>What running a function does, in the order of kinds and subjects.</summary>
    public ImmutableArray<Fact> GetFacts(FunctionSymbol function) => [.. table.GetFacts(function).OrderBy(fact => fact.Kind).ThenBy(fact => fact.Subject, StringComparer.Ordinal)];

    /// <summary>A shortest path of calls from a function to the place that makes a fact; empty when it does not hold of the function.</summary>
    public ImmutableArray<CallStep> FindWitness(FunctionSymbol function, Fact fact) => table.GetPath(function, fact);
}
