using System.Text.Json.Nodes;

namespace StaticReadiness.Cli.Tests;

public class CommandLineTests
{
    [Fact]
    public async Task The_help_of_scan_lists_the_exit_codes()
    {
        var outcome = await Outcome.RunAsync("scan", "--help");
        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("--fail-level");
        outcome.Output.ShouldContain("130  stopped by Ctrl-C");
    }

    [Fact]
    public async Task Without_arguments_the_help_is_shown_and_nothing_was_done()
    {
        var outcome = await Outcome.RunAsync();
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldContain("Usage:");
    }

    [Fact]
    public async Task The_version_is_the_build_s()
    {
        var outcome = await Outcome.RunAsync("--version");
        outcome.ExitCode.ShouldBe(0);
        outcome.Output.Trim().ShouldBe(typeof(CommandLine).Assembly.GetName().Version!.ToString(3));
    }

    [Theory]
    [InlineData("did you mean `scan`?", "scna")]
    [InlineData("did you mean `--fail-level`?", "scan", "--fail-levl", "error")]
    [InlineData("--jobs must be between 1 and 1024", "scan", "--jobs", "0")]
    [InlineData("Cannot parse argument 'many' for option '--jobs': it takes a whole number\n", "scan", "--jobs", "many")]
    [InlineData("Cannot parse argument 'low' for option '--min-index': it takes a number\n", "scan", "--min-index", "low")]
    [InlineData("--min-index must be between 1 and 5", "scan", "--min-index", "7")]
    [InlineData("Argument 'fatal' not recognized. Must be one of: 'note' 'warning' 'error' 'never'\n", "scan", "--fail-level", "fatal")]
    [InlineData("cannot read /tmp: it is a folder", "scan", "--config", "/tmp")]
    [InlineData("there is no format `xml`; use console, sarif or json", "scan", "--format", "xml")]
    [InlineData("--format sarif= names no file", "scan", "--format", "sarif=")]
    [InlineData("only one format can go to the standard output", "scan", "--format", "sarif", "--format", "json")]
    [InlineData("--today 31.1.2026 is no date like 2026-01-31", "scan", "--today", "31.1.2026")]
    [InlineData("--quiet and --verbose exclude each other", "scan", "--quiet", "--verbose")]
    [InlineData("`no-such-rule` names no rule; `static-readiness rules` lists them", "scan", "--select", "no-such-rule")]
    [InlineData("there is no profile `mine`; there is `benchmark`, `production`, `significance`", "scan", "--profile", "mine")]
    [InlineData("there is no profile `productoin`; did you mean `production`?", "scan", "--profile", "productoin")]
    [InlineData("there is no rule `no-such-rule`", "explain", "no-such-rule")]
    [InlineData("RULE", "explain")]
    [InlineData("there is no file or directory at /no/such/place", "scan", "/no/such/place")]
    [InlineData("cannot write /no/such/folder/x.sarif", "scan", "--format", "sarif", "--output", "/no/such/folder/x.sarif")]
    public async Task Wrong_use_is_told_in_a_sentence_and_ends_with_2(string message, params string[] args)
    {
        var outcome = await Outcome.RunAsync(args);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(message);
        outcome.Error.ShouldStartWith("error: ");
        outcome.Output.ShouldBeEmpty();
        outcome.ShouldShowNoStackTrace();
    }

    [Fact]
    public async Task The_schema_is_a_JSON_schema()
    {
        var outcome = await Outcome.RunAsync("schema");
        JsonNode.Parse(outcome.Output)!["$schema"]!.GetValue<string>().ShouldBe("https://json-schema.org/draft/2020-12/schema");
    }

    [Fact]
    public async Task The_model_is_shown_as_text_as_JSON_and_as_its_files()
    {
        (await Outcome.RunAsync("model")).Output.ShouldContain("profile production");
        var json = JsonNode.Parse((await Outcome.RunAsync("model", "--format", "json")).Output)!;
        json["dimensions"]!.AsArray().Count.ShouldBe(14);
        json["profiles"]!.AsArray().Select(static p => p!["id"]!.GetValue<string>()).ShouldBe(["benchmark", "production", "significance"], ignoreOrder: true);
        (await Outcome.RunAsync("model", "--format", "toml")).Output.ShouldContain("id = \"error-handling\"");
    }

    [Fact]
    public async Task Rules_are_listed_as_text_and_as_JSON()
    {
        var text = (await Outcome.RunAsync("rules")).Output;
        var rules = JsonNode.Parse((await Outcome.RunAsync("rules", "--format", "json")).Output)!.AsArray();
        foreach (var rule in rules) text.ShouldContain(rule!["name"]!.GetValue<string>());
    }
}
