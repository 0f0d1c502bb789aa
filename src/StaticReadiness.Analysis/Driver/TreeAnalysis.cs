using System.Diagnostics;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>One thread's share of the walks: one walk a tree shows each node to all rules that asked for its kind.</summary>
internal sealed class TreeAnalysis(TreeActionContext[] contexts, RuleActions actions, bool measures)
{
    private readonly NodeStack stack = new();

    public IEnumerable<RuleTally> Tallies => contexts.Select(context => context.Tally);

    public long Nodes { get; private set; }

    public void Analyze(SyntaxTree tree, SemanticModel model, RepositoryFile file, CancellationToken cancellationToken)
    {
        var table = actions.TableOf(file.Role);
        if (table.IsEmpty) return;
        foreach (var context in contexts) context.MoveTo(tree, model, file);
        if (table.HasNodeActions) Walk(tree, table, cancellationToken);
        foreach (var (rule, action) in table.TreeActions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            contexts[rule].MoveTo(newNode: null);
            Run(contexts[rule], action);
        }
    }

    private void Walk(SyntaxTree tree, DispatchTable table, CancellationToken cancellationToken)
    {
        stack.Clear();
        stack.Visit(tree.Root);
        while (stack.Pop() is { } node)
        {
            if ((++Nodes & 1023) == 0) cancellationToken.ThrowIfCancellationRequested();
            foreach (var (rule, action) in table[node.Kind])
            {
                contexts[rule].MoveTo(node);
                Run(contexts[rule], action);
            }

            stack.PushChildren(node);
        }
    }

    private void Run<TContext>(TreeActionContext context, Action<TContext> action) where TContext : SyntaxTreeContext
    {
        var start = measures ? Stopwatch.GetTimestamp() - FactClock.Spent : 0;
        try
        {
            action((TContext)(SyntaxTreeContext)context);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            context.Tally.SayCrashed(new AnalyzerCrash(context.Tree.Path, e));
        }

        if (measures) context.Tally.Ticks += Stopwatch.GetTimestamp() - FactClock.Spent - start;
    }
}
