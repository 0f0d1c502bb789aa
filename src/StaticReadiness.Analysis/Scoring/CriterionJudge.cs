using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>Answers one criterion from the results of the rules that feed it.</summary>
internal sealed class CriterionJudge
{
    private const int Digits = 6;
    private readonly Dictionary<string, RuleResult> results;
    private readonly ILookup<string, Proof> proofs;
    private readonly ProjectKind kind;

    public CriterionJudge(IEnumerable<RuleResult> results, ProjectKind kind)
    {
        // a preview rule is never scored
        this.results = results.Where(result => result.Rule.Precision != Precision.Preview).ToDictionary(result => result.Rule.Name);
        proofs = this.results.Values.SelectMany(result => result.Proofs).ToLookup(proof => proof.Criterion);
        this.kind = kind;
    }

    public bool HoldsFor(Criterion criterion) => criterion.Kinds.Contains(kind);

    public Judgement Judge(string dimension, Criterion criterion)
    {
        if (!HoldsFor(criterion)) return Undecided(criterion, CriterionState.NotApplicable, $"it does not hold for {Describe(kind)}");
        var ran = criterion.Rules.Where(results.ContainsKey).Select(name => results[name]).ToImmutableArray();
        var decided = ran.Where(result => result.Outcome == RuleOutcome.Decided).ToImmutableArray();
        var proved = proofs[$"{dimension}/{criterion.Id}"].Select(Describe).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var violations = decided.Sum(result => result.Findings.Sum(finding => finding.Places));
        var opportunities = Math.Max(violations, decided.Sum(result => result.Opportunities));
        var judged = criterion.Judges.Any(name => results.TryGetValue(name, out var judge) && judge.Outcome == RuleOutcome.Decided);
        if (opportunities == 0 && proved.IsEmpty && !judged)
            return Undecided(criterion, [.. ran, .. criterion.Judges.Where(results.ContainsKey).Select(name => results[name])]);

        var value = Math.Round((decimal)Value(criterion, opportunities, violations, !proved.IsEmpty), Digits);
        var state = value >= 1 ? CriterionState.Met : value <= 0 ? CriterionState.Unmet : CriterionState.Partly;
        return new Judgement(
            criterion, state, value, opportunities, violations, Explain(criterion, opportunities, violations, proved, value),
            [.. decided.Where(result => !result.Findings.IsEmpty).Select(result => result.Rule.Name)], proved);
    }

    private static double Value(Criterion criterion, int opportunities, int violations, bool isProved)
    {
        var share = opportunities == 0 ? 0 : (double)violations / opportunities;
        var clean = criterion.Measure switch
        {
            _ when opportunities == 0 => isProved ? 1 : 0,
            Measure.Absence => Math.Min(Math.Pow(criterion.Each, violations), 1 - share),
            _ => Curve(share, criterion.Half),
        };
        return ((1 - criterion.ProofShare) * clean) + (isProved ? criterion.ProofShare : 0);
    }

    // 1 at no violation, one half at the half share, 0 when all is wrong
    private static double Curve(double share, double half) => Math.Pow(1 - share, Math.Log(0.5) / Math.Log(1 - half));

    private static string Explain(Criterion criterion, int opportunities, int violations, ImmutableArray<string> proved, decimal value)
    {
        if (violations > 0) return $"{violations} of {opportunities} examined {(violations == 1 ? "is" : "are")} wrong";
        if (!proved.IsEmpty) return proved.Length == 1 ? proved[0] : $"{proved[0]} and {proved.Length - 1} more";
        if (value <= 0) return "nothing proves it";
        return value < 1 && criterion.ProofShare > 0 ? $"none of {opportunities} examined is wrong, but nothing proves more" : $"none of {opportunities} examined is wrong";
    }

    private static Judgement Undecided(Criterion criterion, ImmutableArray<RuleResult> ran)
    {
        var unknown = ran.Where(result => result.Outcome == RuleOutcome.Unknown).ToImmutableArray();
        if (!unknown.IsEmpty) return Undecided(criterion, CriterionState.Unknown, unknown[0].Reason ?? "the evidence is out of reach");
        return ran.IsEmpty
            ? Undecided(criterion, CriterionState.Unknown, "no rule that judges it ran")
            : Undecided(criterion, CriterionState.NotApplicable, ran.Select(result => result.Reason).FirstOrDefault(reason => reason is not null) ?? "there is nothing to examine");
    }

    private static Judgement Undecided(Criterion criterion, CriterionState state, string reason) => new(criterion, state, null, 0, 0, reason, [], []);

    private static string Describe(Proof proof)
    {
        var location = proof.Location;
        if (location.Path.Length == 0) return proof.Message;
        return location.Text is null ? $"{proof.Message} ({location.Path})" : $"{proof.Message} ({location.Path}:{location.Text.GetLineIndex(location.Span.Start) + 1})";
    }

    private static string Describe(ProjectKind kind) => kind == ProjectKind.Application ? "an application" : $"a {kind.ToString().ToLowerInvariant()}";
}
