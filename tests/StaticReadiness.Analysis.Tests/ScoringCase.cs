using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Analysis.Tests;

/// <summary>An input of scoring made from a seed: any rule may be missing, decided, not applicable or unknown, and any may prove anything.</summary>
public sealed record ScoringCase(int Seed, ReadinessModel Model, Profile Profile, ProjectKind Kind, ImmutableArray<RuleResult> Results)
{
    public static Arbitrary<ScoringCase> Any { get; } = Gen.Choose(0, int.MaxValue).Select(Create).ToArbitrary();

    public Random Random => new(Seed + 1);

    public Scorecard Score() => Scorer.Score(Model, Profile, Kind, Results);

    public Scorecard ScoreWithoutSteps() => Scorer.ScoreWithoutSteps(Model, Profile, Kind, Results);

    public override string ToString() => $"seed {Seed}";

    public static ScoringCase Create(int seed)
    {
        var random = new Random(seed);
        var model = ReadinessModel.Load();
        model = model.With(ModelOverrides.None with
        {
            Criteria = model.CriterionIds.Order(StringComparer.Ordinal).Where(_ => random.Next(3) == 0).ToImmutableSortedDictionary(
                id => id, _ => new CriterionOverride(random.Next(1, 30) / 10.0, random.Next(1, 99) / 100.0, random.Next(0, 99) / 100.0, random.Next(0, 60) / 100.0)),
        });
        var criteria = model.CriterionIds.Order(StringComparer.Ordinal).ToArray();
        var rules = model.Dimensions.SelectMany(dimension => dimension.Criteria.SelectMany(criterion => criterion.Rules.Select(rule => (rule, dimension, criterion)))).DistinctBy(entry => entry.rule).ToArray();
        var results = ImmutableArray.CreateBuilder<RuleResult>();
        for (var i = 0; i < rules.Length; i++)
        {
            if (random.Next(4) == 0) continue;
            var descriptor = Descriptor(i, rules[i].rule, rules[i].dimension.Id, rules[i].criterion.Id, random.Next(12) == 0 ? Precision.Preview : Precision.High);
            results.Add(Result(random, descriptor, criteria));
        }

        return new ScoringCase(seed, model, model.Profiles[random.Next(model.Profiles.Length)], (ProjectKind)random.Next(5), results.ToImmutable());
    }

    public static Diagnostic Finding(DiagnosticDescriptor rule, int number, DiagnosticSeverity severity) =>
        new(rule, Location.OfFile($"f{number}.py"), "found") { Severity = severity };

    public static Proof Proof(Random random, string[] criteria) => new(criteria[random.Next(criteria.Length)], Location.OfFile("proof.py"), "proved");

    /// <summary>All that a scorecard says, as text.</summary>
    public static string Print(Scorecard card)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{card.Profile} {card.Index} {card.IndexInterval}");
        foreach (var dimension in card.Dimensions)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{dimension.Id} {dimension.Score} {dimension.UncappedScore} {dimension.Interval} {dimension.IsDealBreaker} {string.Join(';', dimension.Caps)} {dimension.NotAssessedReason}");
            foreach (var line in dimension.Ledger)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {line.Id} {line.State} {line.Value} {line.Contribution} {line.Gain} {line.Reason} {string.Join(',', line.Rules)} {string.Join(',', line.Proofs)}");
        }

        foreach (var step in card.NextSteps) text.AppendLine(step.ToString());
        return text.ToString();
    }

    private static DiagnosticDescriptor Descriptor(int number, string name, string dimension, string criterion, Precision precision) =>
        new($"SR{number:D4}", name, name, "found", DiagnosticSeverity.Warning, precision, dimension, criterion);

    private static RuleResult Result(Random random, DiagnosticDescriptor descriptor, string[] criteria)
    {
        ImmutableArray<Proof> proofs = random.Next(4) == 0 ? [Proof(random, criteria)] : [];
        var outcome = random.Next(6) switch { 0 => RuleOutcome.NotApplicable, 1 => RuleOutcome.Unknown, _ => RuleOutcome.Decided };
        if (outcome != RuleOutcome.Decided) return new RuleResult(descriptor, outcome, 0, [], proofs, "because");
        var opportunities = random.Next(1, 20);
        var findings = random.Next(2) == 0 ? 0 : random.Next(0, opportunities + 1);
        return new RuleResult(
            descriptor, outcome, opportunities, [.. Enumerable.Range(0, findings).Select(i => Finding(descriptor, i, (DiagnosticSeverity)random.Next(3)))], proofs, null);
    }
}
