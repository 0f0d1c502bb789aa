using System.Text;

namespace StaticReadiness.Cli.Tests;

/// <summary>What a run of the command line left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    public static Task<Outcome> RunAsync(params string[] args) => RunAsync(static (o, e) => new CommandContext(o, e), args);

    public static async Task<Outcome> RunAsync(Func<Stream, Stream, CommandContext> create, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        int code;
        using (var context = create(output, error)) code = await CommandLine.RunAsync(args, context);
        return new Outcome(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>No user ever sees where in our source something happened.</summary>
    public Outcome ShouldShowNoStackTrace()
    {
        Output.ShouldNotContain("   at ");
        Error.ShouldNotContain("   at ");
        Error.ShouldNotContain("internal error");
        return this;
    }
}
