using System.CommandLine;
using StaticReadiness.Reporting.Json;
using StaticReadiness.Repository.Evidence;

namespace StaticReadiness.Cli.Commands;

/// <summary><c>schema</c>: the JSON schemas of what is written and of what is read.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommandContext context)
    {
        var evidence = new Option<bool>("--evidence") { Description = "The schema of the file that `scan --evidence` reads." };
        var command = new Command("schema", "Prints the JSON schema of `scan --format json`.") { evidence };
        command.SetAction(parsed => context.Output.Write(parsed.GetValue(evidence) ? EvidenceFile.Schema : JsonReportSchema.Text));
        return command;
    }
}
