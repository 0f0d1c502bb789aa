using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace StaticReadiness.Cli.Commands;

/// <summary>The help text, with the exit codes and examples below.</summary>
internal sealed class HelpWithExitCodes(HelpAction inner) : SynchronousCommandLineAction
{
    private const string ExitCodes =
        """
        Exit codes:
          0    fine
          1    the gate failed: a finding at or above the fail level, or an index below the minimum
          2    wrong use or configuration, or an output that cannot be written
          3    the analysis is incomplete: a file is unreadable or a rule crashed (outranks 1)
          130  stopped by Ctrl-C; what was known is reported

        """;

    private const string Examples =
        """
        Examples:
          static-readiness scan                                     this folder, for people
          static-readiness scan shop --fail-level warning           fails from warnings on
          static-readiness scan --format console --format sarif=readiness.sarif
          static-readiness explain swallowed-exception

        """;

    public override int Invoke(ParseResult parseResult)
    {
        var code = inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (command is not RootCommand and not { Name: "scan" }) return code;
        output.Write(ExitCodes.ReplaceLineEndings("\n"));
        output.Write('\n');
        output.Write(Examples.ReplaceLineEndings("\n"));
        return code;
    }
}
