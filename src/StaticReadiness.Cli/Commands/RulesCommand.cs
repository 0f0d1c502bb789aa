using System.CommandLine;
using System.Text.Json;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Suppression;
using StaticReadiness.Analyzers;
using StaticReadiness.Cli.Output;
using StaticReadiness.Reporting;
using StaticReadiness.Reporting.Console;

namespace StaticReadiness.Cli.Commands;

/// <summary><c>rules</c>: what can be found.</summary>
internal static class RulesCommand
{
    public static Command Create(CommandContext context)
    {
        var format = new Option<string>("--format") { Description = "text or json.", HelpName = "FORMAT", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var color = ColorMode.CreateOption();
        var command = new Command("rules", "Lists the rules by dimension.") { format, color };
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(format) == "json") PrintJson(context);
            else PrintText(new StyledWriter(context.Output, ColorMode.IsOn(parsed.GetRequiredValue(color), context), context.Width, Glyphs.Unicode));
        });
        return command;
    }

    private static IEnumerable<DiagnosticDescriptor> All => RuleCatalogue.All.Select(static r => r.Descriptor).Concat(SuppressionRules.All);

    private static void PrintText(StyledWriter writer)
    {
        foreach (var dimension in All.GroupBy(static r => r.Dimension, StringComparer.Ordinal))
        {
            writer.WriteLine(dimension.Key, TextStyle.Path);
            foreach (var rule in dimension) Print(writer, rule);
            writer.WriteLine();
        }
    }

    private static void Print(StyledWriter writer, DiagnosticDescriptor rule)
    {
        writer.Write($"  {rule.Id}  ", TextStyle.Dim);
        writer.Write(rule.Name, TextStyle.Rule);
        var off = rule.IsEnabledByDefault && rule.Precision != Precision.Preview ? "" : ", off by default";
        writer.WriteLine($"  {Names.Of(rule.Severity)}, {Names.Of(rule.Precision)} precision{off}", TextStyle.Dim);
        writer.Write("          ");
        writer.WriteProse(rule.Title, 10, 10);
    }

    private static void PrintJson(CommandContext context)
    {
        var rules = All.Select(RuleListing.Of).ToList();
        JsonSerializer.Serialize(context.BeginBytes(), rules, CliJsonContext.Relaxed.IReadOnlyListRuleListing);
        context.Output.WriteLine();
    }
}
