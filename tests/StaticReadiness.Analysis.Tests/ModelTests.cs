using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Analysis.Tests;

public class ModelTests
{
    private static readonly ReadinessModel Model = ReadinessModel.Load();

    [Theory]
    [InlineData("error-handling", "boundary taxonomy structured-errors no-swallowing no-leak outbound-resilience background-failures")]
    [InlineData("migration-safety", "versioning deprecation-practice modularity schema-migrations current-apis supported-runtime")]
    [InlineData("dependency-hygiene", "pinning lock declared-equals-used sources maintenance vulnerability licence automation size")]
    [InlineData("debugging-ergonomics", "logging correlation tracebacks messages observability no-leftovers")]
    [InlineData("configuration-management", "secrets externalised validated typed layered documented-keys")]
    [InlineData("testing-culture", "present endpoint-coverage isolation injection determinism assertion-quality automation")]
    [InlineData("documentation-freshness", "readme production-guide agrees-with-code change-log api-docs age")]
    [InlineData("community-health", "licence maintenance releases bus-factor process security-policy responsiveness")]
    [InlineData("async-readiness", "no-blocking async-drivers cancellation-and-tasks resources-across-await")]
    [InlineData("middleware-composition", "order error-transparency single-place non-blocking limits")]
    [InlineData("validation-and-types", "boundary-schema response-schema typed checked")]
    [InlineData("lifecycle-and-operations", "health start-and-stop server container orchestrator ci-cd background-work")]
    [InlineData("security", "csrf-cors-hosts transport injection output credentials deserialisation")]
    [InlineData("data-access", "bounded-queries sessions pool transactions caching")]
    public void A_dimension_has_the_criteria_of_the_catalogue(string dimension, string criteria) =>
        Model.Dimensions.Single(found => found.Id == dimension).Criteria.Select(criterion => criterion.Id).ShouldBe(criteria.Split(' '));

    [Fact]
    public void Dimensions_are_numbered_in_their_order() =>
        Model.Dimensions.Select(dimension => dimension.Number).ShouldBe(Enumerable.Range(1, 14));

    [Fact]
    public void Every_number_is_in_its_range()
    {
        foreach (var criterion in Model.Dimensions.SelectMany(dimension => dimension.Criteria))
        {
            criterion.Weight.ShouldBeGreaterThan(0, criterion.Id);
            criterion.Half.ShouldBeInRange(0.001, 0.999, criterion.Id);
            criterion.Each.ShouldBeInRange(0, 0.999, criterion.Id);
            criterion.ProofShare.ShouldBeInRange(0, 0.999, criterion.Id);
            criterion.Kinds.ShouldNotBeEmpty(criterion.Id);
            (criterion.Rules.Length + criterion.Judges.Length).ShouldBeGreaterThan(0, criterion.Id);
        }
    }

    [Fact]
    public void A_caps_rule_feeds_a_criterion_of_its_dimension()
    {
        foreach (var dimension in Model.Dimensions)
            foreach (var cap in dimension.Caps)
                dimension.Criteria.SelectMany(criterion => criterion.Rules).ShouldContain(cap.Rule);
    }

    [Fact]
    public void Profiles_weigh_dimensions_there_are_from_1_to_3()
    {
        var dimensions = Model.Dimensions.Select(dimension => dimension.Id).ToArray();
        foreach (var profile in Model.Profiles)
        {
            profile.Weights.Keys.ShouldBeSubsetOf(dimensions);
            profile.Weights.Values.ShouldAllBe(weight => weight >= 1 && weight <= 3);
            profile.DealBreakers.ShouldBeSubsetOf(profile.Weights.Keys);
        }

        Model.Profiles.Select(profile => (profile.Id, profile.Weights.Count)).ShouldBe([("benchmark", 8), ("production", 14), ("significance", 6)], ignoreOrder: true);
        Model.FindProfile(null)!.Id.ShouldBe("production");
    }
}
