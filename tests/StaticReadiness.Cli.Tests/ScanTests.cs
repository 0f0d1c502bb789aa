using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace StaticReadiness.Cli.Tests;

public class ScanTests
{
    private static readonly string Shop = Path.GetFullPath(Path.Combine(ThisFolder(), "../../fixtures/projects/flask-shop"));

    [Fact]
    public async Task Several_formats_are_written_in_one_run()
    {
        using var folder = new Folder();
        var outcome = await Outcome.RunAsync(
            "scan", Shop, "--format", "console", "--format", $"sarif={folder.At("a.sarif")}", "--format", $"json={folder.At("a.json")}");
        outcome.Output.ShouldContain("Readiness");
        var sarif = JsonNode.Parse(await File.ReadAllTextAsync(folder.At("a.sarif")))!;
        sarif["version"]!.GetValue<string>().ShouldBe("2.1.0");
        foreach (var rule in sarif["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray())
            rule!["properties"]!["tags"]!.AsArray().Select(tag => (string)tag!).ShouldBeUnique();
        JsonNode.Parse(await File.ReadAllTextAsync(folder.At("a.json")))!["schemaVersion"]!.GetValue<string>().ShouldBe("1.0");
    }

    [Fact]
    public async Task Two_scans_write_the_same_bytes()
    {
        var first = await Outcome.RunAsync("scan", Shop, "--format", "json", "--today", "2026-01-31", "--jobs", "1");
        var second = await Outcome.RunAsync("scan", Shop, "--format", "json", "--today", "2026-01-31", "--jobs", "4");
        second.Output.ShouldBe(first.Output);
    }

    [Fact]
    public async Task A_single_file_can_be_scanned()
    {
        var report = JsonNode.Parse((await Outcome.RunAsync("scan", Path.Combine(Shop, "shop", "orders.py"), "--format", "json")).Output)!;
        report["files"]!["python"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Excluded_files_are_not_read()
    {
        var all = JsonNode.Parse((await Outcome.RunAsync("scan", Shop, "--format", "json")).Output)!;
        var fewer = JsonNode.Parse((await Outcome.RunAsync("scan", Shop, "--format", "json", "--exclude", "tests/")).Output)!;
        fewer["files"]!["python"]!.GetValue<int>().ShouldBe(all["files"]!["python"]!.GetValue<int>() - 1);
    }

    [Fact]
    public async Task An_index_below_the_minimum_fails_the_gate_and_is_told_where_no_report_is_shown()
    {
        using var folder = new Folder();
        var outcome = await Outcome.RunAsync("scan", Shop, "--fail-level", "never", "--min-index", "5", "--format", "json", "--output", folder.At("a.json"));
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldContain("index");
    }

    [Fact]
    public async Task The_settings_of_the_repository_count_and_the_command_line_wins()
    {
        using var folder = new Folder().With("a.py", "try:\n    start()\nexcept:\n    pass\n").With(".static-readiness.toml", "min-index = 5.0\n");
        (await Outcome.RunAsync("scan", folder.Path)).ExitCode.ShouldBe(1);
        (await Outcome.RunAsync("scan", folder.Path, "--config", WriteEmpty(folder))).ExitCode.ShouldBe(0);
    }

    private static string WriteEmpty(Folder folder) => folder.With("other.toml", "fail-level = \"never\"\n").At("other.toml");

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
