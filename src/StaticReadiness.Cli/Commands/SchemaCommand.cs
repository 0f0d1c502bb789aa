using System.CommandLine;
using StaticReadiness.Reporting.Json;

namespace StaticReadiness.Cli.Commands;

/// <summary><c>schema</c>: the JSON schema of the JSON report.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("schema", "Prints the JSON schema of `scan --format json`.");
        command.SetAction(_ => context.Output.Write(JsonReportSchema.Text));
        return command;
    }
}
