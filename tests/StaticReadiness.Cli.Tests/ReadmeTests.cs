using System.Runtime.CompilerServices;

namespace StaticReadiness.Cli.Tests;

/// <summary>What the README shows is what happens.</summary>
public class ReadmeTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(ThisFolder(), "../.."));
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task The_sample_scan_ends_and_reads_as_shown()
    {
        var outcome = (await Outcome.RunAsync("scan", Path.Combine(Root, "fixtures/projects/flask-shop"))).ShouldShowNoStackTrace();
        outcome.ExitCode.ShouldBe(0);
        var shown = Fences("").Single(static f => f.StartsWith("shop/payments.py\n", StringComparison.Ordinal));
        outcome.Output.ShouldContain(shown.TrimEnd());
    }

    [Fact]
    public async Task The_settings_shown_are_accepted()
    {
        using var folder = new Folder().With("a.py", "x = 1\n").With(".static-readiness.toml", Fences("toml").Single());
        var outcome = await Outcome.RunAsync("scan", folder.Path);
        outcome.Error.ShouldBeEmpty();
        outcome.ExitCode.ShouldNotBe(2);
    }

    [Fact]
    public async Task Every_option_and_command_named_exists()
    {
        var help = (await Outcome.RunAsync("scan", "--help")).Output + (await Outcome.RunAsync("--help")).Output;
        var options = System.Text.RegularExpressions.Regex.Matches(Readme, "`(--[a-z-]+)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        options.Count.ShouldBeGreaterThan(5);
        foreach (System.Text.RegularExpressions.Match option in options) help.ShouldContain(option.Groups[1].Value);
    }

    private static IEnumerable<string> Fences(string language)
    {
        var parts = Readme.Split("\n```");
        for (var i = 1; i < parts.Length; i += 2)
            if (parts[i].StartsWith(language + "\n", StringComparison.Ordinal)) yield return parts[i][(language.Length + 1)..] + "\n";
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
