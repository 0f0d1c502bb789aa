namespace StaticReadiness.Cli.Tests;

public sealed class RehearsalTests
{
    private const string Swallowing = "import requests\n\n\ndef load():\n    try:\n        requests.get(\"https://example.org\")\n    except Exception:\n        pass\n";

    [Fact]
    public async Task A_rehearsal_leaves_no_trace_in_the_report()
    {
        using var folder = new Folder().With("app.py", Swallowing);
        var without = await ScanAsync(folder, static () => { });
        var after = await ScanAsync(folder, Rehearsal.Run, before: Rehearsal.Run);
        after.ShouldBe(without);
    }

    [Fact]
    public async Task A_rehearsal_that_fails_fails_nothing_else()
    {
        using var folder = new Folder().With("app.py", Swallowing);
        using var began = new ManualResetEventSlim();
        var without = await ScanAsync(folder, static () => { });
        var failing = await ScanAsync(folder, () =>
        {
            began.Set();
            throw new InvalidOperationException("the rehearsal failed");
        });
        failing.ShouldBe(without);
        if (Environment.ProcessorCount > 1) began.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, "scan", ".", "-j", "1")]
    [InlineData(true, "scan", "--jobs=1")]
    [InlineData(true, "scan", "-j1", ".")]
    [InlineData(false, "scan", ".", "-j", "12")]
    [InlineData(false, "scan", "1", "-j")]
    [InlineData(false, "scan", ".")]
    public void One_thread_is_asked_for_in_every_way_an_option_is_written(bool expected, params string[] args) =>
        Rehearsal.AskForOneThread(args).ShouldBe(expected);

    private static async Task<Outcome> ScanAsync(Folder folder, Action rehearse, Action? before = null)
    {
        before?.Invoke();
        var outcome = await Outcome.RunAsync((o, e) => new CommandContext(o, e) { Rehearse = rehearse }, "scan", folder.Path, "--format", "json", "--jobs", "2");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldContain("swallowed-exception");
        return outcome;
    }
}
