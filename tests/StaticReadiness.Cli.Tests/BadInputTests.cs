using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace StaticReadiness.Cli.Tests;

/// <summary>What a repository can throw at us: a clear message each, and the other files are analysed all the same.</summary>
public class BadInputTests
{
    private const string Healthy = "def greet(name: str) -> str:\n    return f\"hello {name}\"\n";

    [Fact]
    public async Task An_empty_folder_is_told_and_is_no_failure()
    {
        using var folder = new Folder();
        var outcome = (await Outcome.RunAsync("scan", folder.Path)).ShouldShowNoStackTrace();
        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ReplaceLineEndings(" ").ShouldContain("no Python file was found");
    }

    [Fact]
    public async Task A_folder_without_Python_is_told()
    {
        using var folder = new Folder().With("README.md", "# Nothing\n").With("data.json", "{}");
        (await Outcome.RunAsync("scan", folder.Path)).ShouldShowNoStackTrace().Output.ShouldContain("no Python file was found");
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_named_and_makes_the_analysis_incomplete()
    {
        using var folder = new Folder().With("good.py", Healthy).With("bad.py", [.. "name = '"u8, 0xE9, 0xFF, .. "'\n"u8]);
        var notification = await ScanForNotification(folder, "unreadable-file", exitCode: 3);
        notification["message"]!.GetValue<string>().ShouldContain("bad.py");
        notification["message"]!.GetValue<string>().ShouldContain("utf-8");
    }

    [Fact]
    public async Task A_declared_encoding_is_followed()
    {
        using var folder = new Folder().With("latin.py", [.. "# -*- coding: latin-1 -*-\nname = '"u8, 0xE9, .. "'\n"u8]);
        var report = await Scan(folder, exitCode: 0);
        report["notifications"]!.AsArray().ShouldBeEmpty();
        report["files"]!["python"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_encoding_is_named()
    {
        using var folder = new Folder().With("odd.py", "# coding: klingon-8\nx = 1\n");
        (await ScanForNotification(folder, "unreadable-file", exitCode: 3))["message"]!.GetValue<string>().ShouldContain("klingon-8");
    }

    [Fact]
    public async Task NUL_bytes_are_told()
    {
        using var folder = new Folder().With("good.py", Healthy).With("nul.py", "x = 1\n\0\ny = 2\n");
        (await ScanForNotification(folder, "unreadable-file", exitCode: 3))["message"]!.GetValue<string>().ShouldContain("null bytes");
    }

    [Fact]
    public async Task A_generated_file_of_twenty_megabytes_is_left_out_and_told()
    {
        var line = "VALUES = [" + string.Join(", ", Enumerable.Range(0, 200)) + "]\n";
        var content = new StringBuilder();
        while (content.Length < 20_000_000) content.Append(line);
        using var folder = new Folder().With("good.py", Healthy).With("tables.py", content.ToString());
        var message = (await ScanForNotification(folder, "large-file", exitCode: 0))["message"]!.GetValue<string>();
        message.ShouldContain("tables.py is left out");
    }

    [Theory]
    [InlineData('(', ')')]
    [InlineData('[', ']')]
    public async Task Two_thousand_nested_brackets_are_refused_as_CPython_refuses_them(char open, char close)
    {
        using var folder = new Folder().With("good.py", Healthy).With("deep.py", $"x = {new string(open, 2000)}{new string(close, 2000)}\n");
        (await ScanForNotification(folder, "syntax-error", exitCode: 0))["message"]!.GetValue<string>().ShouldContain("deep.py");
    }

    [Fact]
    public async Task A_circle_of_symbolic_links_ends()
    {
        using var folder = new Folder().With("pkg/good.py", Healthy);
        Directory.CreateSymbolicLink(folder.At("pkg/up"), folder.Path);
        File.CreateSymbolicLink(folder.At("a.py"), folder.At("b.py"));
        File.CreateSymbolicLink(folder.At("b.py"), folder.At("a.py"));
        (await Scan(folder, exitCode: 0))["files"]!["python"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Pipes_in_the_place_of_settings_are_not_waited_for()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new Folder().With("good.py", Healthy);
        foreach (var name in new[] { ".static-readiness.toml", "pyproject.toml", "README.md", "pipe.py" }) (await MakePipeAsync(folder.At(name))).ShouldBe(0);
        (await Scan(folder, exitCode: 0))["files"]!["python"]!.GetValue<int>().ShouldBe(1);
    }

    [UnprivilegedFact]
    public async Task An_unreadable_file_makes_the_analysis_incomplete_and_the_others_are_analysed()
    {
        using var folder = new Folder().With("good.py", Healthy).With("locked.py", Healthy);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.At("locked.py"), UnixFileMode.None);
        (await ScanForNotification(folder, "unreadable-file", exitCode: 3))["message"]!.GetValue<string>().ShouldContain("locked.py");
    }

    [Fact]
    public async Task Python_2_is_recognised()
    {
        using var folder = new Folder().With("old.py", "try:\n    print \"hello\"\nexcept Exception, e:\n    raise ValueError, \"bad\"\n");
        (await ScanForNotification(folder, "python-2", exitCode: 0))["message"]!.GetValue<string>().ShouldContain("Python 2");
    }

    [Fact]
    public async Task A_syntax_error_is_placed_and_the_rest_is_analysed()
    {
        using var folder = new Folder().With("good.py", Healthy).With("broken.py", "x = 1\ndef f(:\n    pass\n");
        (await ScanForNotification(folder, "syntax-error", exitCode: 0))["range"]!["startLine"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory]
    [InlineData("selct = [\"ALL\"]\n", "selct")]
    [InlineData("fail-level = \"fatal\"\n", "fail-level")]
    [InlineData("select = [\n", ".static-readiness.toml:")]
    public async Task Wrong_settings_name_file_and_key(string settings, string expected)
    {
        using var folder = new Folder().With("good.py", Healthy).With(".static-readiness.toml", settings);
        var outcome = (await Outcome.RunAsync("scan", folder.Path)).ShouldShowNoStackTrace();
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(".static-readiness.toml");
        outcome.Error.ShouldContain(expected);
    }

    [Fact]
    public async Task A_missing_settings_file_is_told()
    {
        using var folder = new Folder().With("good.py", Healthy);
        var outcome = await Outcome.RunAsync("scan", folder.Path, "--config", folder.At("none.toml"));
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("cannot read");
    }

    [Fact]
    public async Task An_output_that_is_a_folder_is_refused_before_the_scan()
    {
        using var folder = new Folder().With("good.py", Healthy);
        var outcome = await Outcome.RunAsync("scan", folder.Path, "--format", "json", "--output", folder.Path);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("it is a folder");
    }

    [Fact]
    public async Task A_stopped_scan_reports_what_is_known_and_ends_with_130()
    {
        using var folder = new Folder().With("good.py", Healthy);
        var outcome = await Outcome.RunAsync(
            static (o, e) => new CommandContext(o, e) { CancellationToken = new CancellationToken(canceled: true) }, "scan", folder.Path);
        outcome.ExitCode.ShouldBe(130);
        outcome.ShouldShowNoStackTrace();
    }

    private static async Task<int> MakePipeAsync(string path)
    {
        using var process = Process.Start("mkfifo", path);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static async Task<JsonNode> ScanForNotification(Folder folder, string id, int exitCode)
    {
        var report = await Scan(folder, exitCode);
        return report["notifications"]!.AsArray().Single(n => n!["id"]!.GetValue<string>() == id)!;
    }

    private static async Task<JsonNode> Scan(Folder folder, int exitCode)
    {
        var outcome = (await Outcome.RunAsync("scan", folder.Path, "--format", "json", "--fail-level", "never")).ShouldShowNoStackTrace();
        outcome.ExitCode.ShouldBe(exitCode, outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }
}
