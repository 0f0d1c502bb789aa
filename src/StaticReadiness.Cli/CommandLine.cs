using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Cli.Commands;
using StaticReadiness.Reporting;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Cli;

/// <summary>Turns arguments into one command's run, and every failure into a message and an exit code.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, CommandContext context)
    {
        try
        {
            var code = await InvokeAsync(args, context);
            await context.Output.FlushAsync();
            return code;
        }
        catch (UsageException exception)
        {
            return Fail(context, ExitCode.WrongUse, exception.Message);
        }
        catch (ConfigurationException exception)
        {
            foreach (var error in exception.Errors) Fail(context, ExitCode.WrongUse, error);
            return (int)ExitCode.WrongUse;
        }
        catch (RepositoryException exception)
        {
            return Fail(context, ExitCode.WrongUse, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(context, ExitCode.Cancelled, "stopped before anything was known");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(context, ExitCode.WrongUse, $"cannot write the output: {exception.Message}");
        }
        catch (Exception exception)
        {
            return FailInside(context, exception, args.Contains("--verbose"));
        }
    }

    private static async Task<int> InvokeAsync(string[] args, CommandContext context)
    {
        if (args is ["scan", ..]) Rehearsal.Begin(args, context.Rehearse);
        var root = RootCommandFactory.Create(context);
        if (args.Length == 0)
        {
            root.Parse(["--help"]).Invoke(Invocation(context));
            return (int)ExitCode.WrongUse;
        }

        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction) return Explain(parsed, context);
        return await parsed.InvokeAsync(Invocation(context), context.CancellationToken);
    }

    private static InvocationConfiguration Invocation(CommandContext context) => new()
    {
        Output = context.Output,
        Error = context.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    private static int Explain(ParseResult parsed, CommandContext context)
    {
        // That a command is missing says nothing when the word in its place is reported too.
        var errors = parsed.Errors.Count > 1 ? parsed.Errors.Where(static e => !e.Message.StartsWith("Required command", StringComparison.Ordinal)) : parsed.Errors;
        foreach (var message in errors.Select(static e => Phrase(e.Message)).Distinct(StringComparer.Ordinal)) Fail(context, ExitCode.WrongUse, message);
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(static c => c.Name).Concat(command.Options.Select(static o => o.Name));
        // A mistyped option is taken for the PATH when nothing else is, so look at everything that looks like one.
        var strays = parsed.Tokens.Where(static t => t.Type == TokenType.Argument && t.Value.StartsWith('-')).Select(static t => t.Value);
        foreach (var token in parsed.UnmatchedTokens.Concat(strays).Distinct(StringComparer.Ordinal))
            if (NearestWord.Find(token, known) is { } near) context.Error.WriteLine($"  did you mean `{near}`?");
        var path = command is RootCommand ? "" : $" {command.Name}";
        context.Error.WriteLine($"  see `static-readiness{path} --help`");
        return (int)ExitCode.WrongUse;
    }

    // The parser's own words set lists with tabs and name types of .NET.
    private static string Phrase(string message)
    {
        const string type = " as expected type '";
        message = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return message.IndexOf(type, StringComparison.Ordinal) is var at and > 0 ? $"{message[..at]}: {(message.Contains("System.Int", StringComparison.Ordinal) ? "it takes a whole number" : message.Contains("System.Double", StringComparison.Ordinal) ? "it takes a number" : "it takes something else")}" : message;
    }

    private static int Fail(CommandContext context, ExitCode code, string message)
    {
        context.Error.WriteLine($"error: {Reporting.Console.SafeText.Of(message.ReplaceLineEndings(" ").TrimEnd('.'))}");
        return (int)code;
    }

    private static int FailInside(CommandContext context, Exception exception, bool isVerbose)
    {
        Fail(context, ExitCode.Incomplete, $"internal error, please report it: {exception.GetType().Name}: {exception.Message}");
        if (isVerbose) context.Error.WriteLine(exception.ToString());
        else context.Error.WriteLine("  --verbose shows the details to report");
        return (int)ExitCode.Incomplete;
    }
}
