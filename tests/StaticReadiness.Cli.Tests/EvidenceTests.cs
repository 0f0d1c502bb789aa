using System.Text.Json.Nodes;

namespace StaticReadiness.Cli.Tests;

public class EvidenceTests
{
    [Fact]
    public async Task Response_times_are_judged()
    {
        using var folder = new Folder();
        folder.With("evidence.json", """{"facts": [{"id": "issue-response-median-days", "value": 41, "source": "tracker"}]}""");
        folder.With("repo/a.py", "x = 1\n");

        var report = JsonNode.Parse((await Outcome.RunAsync("scan", folder.At("repo"), "--format", "json", "--evidence", folder.At("evidence.json"))).Output)!;

        report["findings"]!.AsArray().Count(finding => (string?)finding!["ruleId"] == "SR0812").ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"facts\": [{\"id\": \"x\"}]}", "evidence.json:1:")]
    [InlineData("{", "evidence.json:1:")]
    public async Task A_wrong_file_is_told_with_its_line_and_nothing_is_scanned(string content, string expected)
    {
        using var folder = new Folder();
        folder.With("evidence.json", content);

        var outcome = await Outcome.RunAsync("scan", folder.At("."), "--evidence", folder.At("evidence.json"));

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(expected);
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        using var folder = new Folder();
        var outcome = await Outcome.RunAsync("scan", folder.At("."), "--evidence", folder.At("none.json"));

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("none.json");
    }

    [Fact]
    public async Task The_schema_is_printed() =>
        JsonNode.Parse((await Outcome.RunAsync("schema", "--evidence")).Output)!["title"]!.GetValue<string>().ShouldBe("Evidence for static-readiness");
}
