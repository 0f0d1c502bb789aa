using System.Collections.Frozen;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Settings;

namespace StaticReadiness.Analysis.Driver;

/// <summary>What the contexts of one rule share: where its results go, and what it may ask.</summary>
internal sealed class RuleVoice(RuleTally tally, Project project, FrozenSet<string> criteria, AnalysisSettings settings, CancellationToken cancellationToken)
{
    public RuleTally Tally { get; } = tally;

    public Project Project { get; } = project;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public void Examined(int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        Tally.Opportunities += opportunities;
    }

    public void Report(Diagnostic diagnostic)
    {
        if (diagnostic.Descriptor.Id != Tally.Rule.Id)
            throw new ArgumentException($"{Tally.Rule.Id} reported a finding of {diagnostic.Descriptor.Id}", nameof(diagnostic));
        Tally.Findings.Add(diagnostic);
    }

    public void Prove(string criterion, Location location, string message)
    {
        if (!criteria.Contains(criterion)) throw new ArgumentException($"`{criterion}` is no criterion of the model", nameof(criterion));
        Tally.Proofs.Add(new Proof(criterion, location, message));
    }

    public T GetOption<T>(RuleOption<T> option) where T : notnull => settings.GetRuleOption(Tally.Rule, option);
}
