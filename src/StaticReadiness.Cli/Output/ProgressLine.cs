using Spectre.Console;
using StaticReadiness.Analysis.Driver;

namespace StaticReadiness.Cli.Output;

/// <summary>Shows how far a long run is, on a terminal and only once it is long.</summary>
internal sealed class ProgressLine(CommandContext context) : IProgress<AnalysisProgress>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private volatile object latest = default(AnalysisProgress);

    public void Report(AnalysisProgress value) => latest = value;

    /// <summary>Waits for the work, showing progress after a second.</summary>
    public async Task<T> WatchAsync<T>(Task<T> work)
    {
        if (!context.IsErrorTerminal || context.Variable("TERM") == "dumb" || context.Variable("CI") is { Length: > 0 }) return await work;
        await Task.WhenAny(work, Task.Delay(Patience));
        if (!work.IsCompleted) await ShowAsync(work);
        return await work;
    }

    private async Task ShowAsync(Task work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        await console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(async display =>
            {
                var bar = display.AddTask("Scanning");
                while (!work.IsCompleted)
                {
                    var (phase, done, total) = (AnalysisProgress)latest;
                    bar.Description = Describe(phase);
                    bar.MaxValue = Math.Max(1, total);
                    bar.Value = done;
                    await Task.WhenAny(work, Task.Delay(100));
                }
            });
    }

    private static string Describe(AnalysisPhase phase) => phase switch
    {
        AnalysisPhase.Discover => "Listing files",
        AnalysisPhase.Parse => "Parsing",
        AnalysisPhase.Bind => "Binding names",
        AnalysisPhase.Check => "Checking",
        _ => "Scoring",
    };
}
