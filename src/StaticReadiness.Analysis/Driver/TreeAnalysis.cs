using System.Diagnostics;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>One thread's share of the walks: one walk a tree shows each node to all rules that asked for its kind.</summary>
internal sealed class TreeAnalysis(WalkedFile walked, TreeActionContext[] contexts, RuleActions actions, bool measures)
{
    private readonly NodeStack stack = new();

    public IEnumerable<RuleTally> Tallies => contexts.Select(context => context.Tally);

    public long Nodes { get; private set; }

    public void Analyze(SyntaxTree tree, SemanticModel model, RepositoryFile file, CancellationToken cancellationToken)
    {
        var table = actions.TableOf(file.Role);
        if (table.IsEmpty) return;
        walked.MoveTo(tree, model, file);
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
            var asked = table[node.Kind];
            for (var next = 0; next < asked.Length;) next = Show(node, asked, next);
            stack.PushChildren(node);
        }
    }

    /// <summary>Shows a node to the rules that asked for it, until one of them crashes; returns the number of the next one.</summary>
    private int Show(SyntaxNode node, DispatchTable.NodeAction[] asked, int next)
    {
        try
        {
            while (next < asked.Length)
            {
                var (rule, action) = asked[next++];
                var context = contexts[rule];
                context.MoveTo(node);
                var start = measures ? Now : 0;
                action(context);
                if (measures) context.Tally.Ticks += Now - start;
            }
        }
        catch (Exception e) when (!IsCancelled(e))
        {
            SayCrashed(contexts[asked[next - 1].Rule], e);
        }

        return next;
    }

    private void Run(TreeActionContext context, Action<SyntaxTreeContext> action)
    {
        var start = measures ? Now : 0;
        try
        {
            action(context);
        }
        catch (Exception e) when (!IsCancelled(e))
        {
            SayCrashed(context, e);
        }

        if (measures) context.Tally.Ticks += Now - start;
    }

    // facts that rules share are not charged to the rule that happens to ask first
    private static long Now => Stopwatch.GetTimestamp() - FactClock.Spent;

    private bool IsCancelled(Exception exception) => exception is OperationCanceledException && contexts[0].CancellationToken.IsCancellationRequested;

    private void SayCrashed(TreeActionContext context, Exception exception) => context.Tally.SayCrashed(new AnalyzerCrash(walked.Tree.Path, exception));
}
