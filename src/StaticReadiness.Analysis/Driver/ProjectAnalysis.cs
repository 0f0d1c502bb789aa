using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Settings;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Runs all rules over one project: the walks of its trees first, then the project actions.</summary>
internal sealed class ProjectAnalysis(
    LoadedProject loaded, RuleActions actions, AnalysisSettings settings, FrozenSet<string> criteria, WorkerPool pool, bool measures, CancellationToken cancellationToken)
{
    private readonly RuleTally[] tallies = [.. actions.Rules.Select(rule => new RuleTally(rule.Rule))];

    public Project Project => loaded.Project;

    public long Nodes { get; private set; }

    public IReadOnlyList<RuleTally> Tallies => tallies;

    public void WalkTrees(Action<int> done)
    {
        var workers = new TreeAnalysis?[pool.Workers];
        var finished = 0;
        var order = WorkerPool.HeaviestFirst(loaded.Files, file => file.Bytes);
        pool.ForEach(
            loaded.Files.Length,
            (turn, worker) =>
            {
                var file = loaded.Files[order[turn]];
                var analysis = workers[worker] ??= CreateWorker();
                analysis.Analyze(file.Tree!, ProjectLoader.ModelOf(loaded.Project, file.Tree!), file.File, cancellationToken);
                done(Interlocked.Increment(ref finished));
            },
            cancellationToken);
        foreach (var worker in workers)
        {
            if (worker is null) continue;
            Nodes += worker.Nodes;
            foreach (var (total, part) in tallies.Zip(worker.Tallies)) total.Add(part);
        }
    }

    public void RunProjectActions(Action<int> done)
    {
        var rules = Enumerable.Range(0, tallies.Length).Where(rule => actions.Rules[rule].ProjectActions.Count > 0).ToImmutableArray();
        var finished = 0;
        pool.ForEach(
            rules.Length,
            (index, _) =>
            {
                Run(actions.Rules[rules[index]], tallies[rules[index]]);
                done(Interlocked.Increment(ref finished));
            },
            cancellationToken);
    }

    private void Run(ActionRegistry rule, RuleTally tally)
    {
        var context = new ProjectActionContext(VoiceOf(tally));
        var start = Stopwatch.GetTimestamp() - FactClock.Spent;
        foreach (var action in rule.ProjectActions)
        {
            try
            {
                action(context);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e)
            {
                tally.SayCrashed(new AnalyzerCrash("", e));
            }
        }

        if (measures) tally.Ticks += Stopwatch.GetTimestamp() - FactClock.Spent - start;
    }

    private TreeAnalysis CreateWorker() =>
        new([.. actions.Rules.Select(rule => new TreeActionContext(VoiceOf(new RuleTally(rule.Rule))))], actions, measures);

    private RuleVoice VoiceOf(RuleTally tally) => new(tally, loaded.Project, criteria, settings, cancellationToken);
}
