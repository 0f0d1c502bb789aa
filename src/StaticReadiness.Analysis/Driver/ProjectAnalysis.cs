using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Settings;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Runs all rules over one project: its trees and the project as a whole.</summary>
internal sealed class ProjectAnalysis(
    LoadedProject loaded, RuleActions actions, AnalysisSettings settings, FrozenSet<string> criteria, WorkerPool pool, bool measures, CancellationToken cancellationToken)
{
    private readonly RuleTally[] tallies = [.. actions.Rules.Select(rule => new RuleTally(rule.Rule))];
    private readonly ImmutableArray<int> projectRules = [.. Enumerable.Range(0, actions.Rules.Count).Where(rule => actions.Rules[rule].ProjectActions.Count > 0)];

    public Project Project => loaded.Project;

    public long Nodes { get; private set; }

    public IReadOnlyList<RuleTally> Tallies => tallies;

    /// <summary>How many pieces of work there are: rules that look at the project as a whole, and trees.</summary>
    public int Pieces => projectRules.Length + loaded.Files.Length;

    /// <summary>
    /// Does all pieces of work. Rules that look at the whole come first: they make the facts that most rules ask for,
    /// and trees, which are many and small, fill the time of the threads that would wait for a fact, and the end.
    /// </summary>
    public void Run(Action<int> done)
    {
        var walkers = new TreeAnalysis?[pool.Threads];
        var finished = 0;
        var order = WorkerPool.HeaviestFirst(loaded.Files, file => file.Bytes);
        pool.ForEach(
            Pieces,
            (turn, thread) =>
            {
                if (turn < projectRules.Length) Run(actions.Rules[projectRules[turn]], tallies[projectRules[turn]]);
                else Walk(loaded.Files[order[turn - projectRules.Length]], walkers[thread] ??= CreateWalker());
                done(Interlocked.Increment(ref finished));
            },
            cancellationToken);
        foreach (var walker in walkers)
        {
            if (walker is null) continue;
            Nodes += walker.Nodes;
            foreach (var (total, part) in tallies.Zip(walker.Tallies)) total.Add(part);
        }
    }

    private void Walk(ParsedFile file, TreeAnalysis walker) =>
        walker.Analyze(file.Tree!, ProjectLoader.ModelOf(loaded.Project, file.Tree!), file.File, cancellationToken);

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

    private TreeAnalysis CreateWalker()
    {
        var walked = new WalkedFile();
        return new(walked, [.. actions.Rules.Select(rule => new TreeActionContext(VoiceOf(new RuleTally(rule.Rule)), walked))], actions, measures);
    }

    private RuleVoice VoiceOf(RuleTally tally) => new(tally, loaded.Project, criteria, settings, cancellationToken);
}
