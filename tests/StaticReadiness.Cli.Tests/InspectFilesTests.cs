using System.Text.Json.Nodes;

namespace StaticReadiness.Cli.Tests;

public class InspectFilesTests
{
    [Fact]
    public async Task Every_file_is_read_or_skipped_with_a_reason()
    {
        using var folder = new Folder().With("app.py", "x = 1\n").With("tests/test_app.py", "").With("node_modules/a/b.py", "");
        var outcome = await Outcome.RunAsync("inspect", folder.Path, "--files", "--format", "json");
        outcome.ExitCode.ShouldBe(0);
        var rows = JsonNode.Parse(outcome.Output)!.AsArray().Select(row => ((string)row!["file"]!, (string)row["kind"]!, (string)row["name"]!)).ToList();
        rows.ShouldBe([("app.py", "read", "Application"), ("tests/test_app.py", "read", "Test"), ("node_modules/", "skipped", "ByDefault")]);
    }

    [Fact]
    public async Task The_text_has_one_line_a_file()
    {
        using var folder = new Folder().With("app.py", "x = 1\n");
        (await Outcome.RunAsync("inspect", folder.Path, "--files")).Output.ShouldBe("app.py: read Application  6 bytes\n");
    }
}
