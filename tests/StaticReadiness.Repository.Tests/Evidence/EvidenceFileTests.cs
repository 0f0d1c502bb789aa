using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Evidence;

namespace StaticReadiness.Repository.Tests.Evidence;

public class EvidenceFileTests
{
    private static EvidenceFile Parse(string text) => EvidenceFile.Parse(SourceText.From(text));

    [Fact]
    public void Facts_and_tool_results_are_read()
    {
        var file = Parse("""
            { "facts": [{ "id": "issue-response-median-days", "value": 2.5, "source": "tracker export", "date": "2026-01-31" }, { "id": "on-call", "value": true, "source": "wiki" }],
              "tools": [{ "name": "scanner", "version": "1.2", "maximum": 5, "score": 4, "checks": [{ "name": "a", "score": 1, "reason": "r" }, { "name": "b", "score": -1 }] }] }
            """);

        file.Errors.ShouldBeEmpty();
        file.Find(FactIds.IssueResponseMedianDays).Value.ShouldBe(2.5);
        file.Find("on-call").Value.ShouldBe(1);
        file.Find(FactIds.OpenIssues).Reason.ShouldBe("the evidence file says nothing about open-issues");
        file.Facts[0].Date.ShouldBe(new DateOnly(2026, 1, 31));
        var tool = file.Tools.ShouldHaveSingleItem();
        tool.Score.Value.ShouldBe(0.8);
        tool.Checks.Select(c => c.Score.IsKnown).ShouldBe([true, false]);
        tool.Checks[0].Score.Value.ShouldBe(0.2);
    }

    [Fact]
    public void The_result_of_Scorecard_is_accepted_as_it_is()
    {
        var tool = Parse("""
            { "date": "2026-02-03T10:00:00Z", "repo": { "name": "example.org/a/b", "commit": "c" }, "scorecard": { "version": "v5.0.0", "commit": "d" }, "score": 6.5, "metadata": null,
              "checks": [
                { "name": "Maintained", "score": 10, "reason": "30 commits", "details": null, "documentation": { "short": "s", "url": "u" } },
                { "name": "Fuzzing", "score": -1, "reason": "internal error" }] }
            """).Tools.ShouldHaveSingleItem();

        (tool.Tool, tool.Version, tool.Subject, tool.Date).ShouldBe(("OSSF Scorecard", "v5.0.0", "example.org/a/b", new DateOnly(2026, 2, 3)));
        tool.Score.Value.ShouldBe(0.65);
        tool.Checks[0].Score.Value.ShouldBe(1);
        tool.Checks[1].Score.Reason.ShouldBe("the tool could not tell");
    }

    [Theory]
    [InlineData("[]", "an evidence file is a JSON object")]
    [InlineData("{ \"fact\": [] }", "`fact` is no part of an evidence file: `facts` and `tools` are")]
    [InlineData("{ \"facts\": {} }", "`facts` is a list")]
    [InlineData("{ \"facts\": [1] }", "an item of `facts` is an object")]
    [InlineData("{ \"facts\": [{ \"value\": 1 }] }", "a fact has an `id`")]
    [InlineData("{ \"facts\": [{ \"id\": \"a\", \"value\": 1 }] }", "the fact `a` does not say its `source`")]
    [InlineData("{ \"facts\": [{ \"id\": \"a\", \"value\": 1, \"source\": \"s\", \"date\": \"May\" }] }", "`May` is no day written as 2026-01-31")]
    [InlineData("{ \"tools\": [{ \"name\": \"t\", \"score\": 2 }] }", "the score is above its maximum of 1")]
    [InlineData("{ \"tools\": [{ \"name\": \"t\", \"maximum\": 0 }] }", "the `maximum` of `t` is not above 0")]
    public void A_mistake_is_named_with_its_place(string text, string message)
    {
        var error = Parse(text).Errors.ShouldHaveSingleItem();
        error.Message.ShouldBe(message);
    }

    [Fact]
    public void Text_that_is_no_JSON_is_an_error_and_no_exception() => Parse("{").Errors.ShouldNotBeEmpty();
}
