using System.CommandLine;
using System.CommandLine.Help;

namespace StaticReadiness.Cli.Commands;

/// <summary>Puts the commands together.</summary>
internal static class RootCommandFactory
{
    public static RootCommand Create(CommandContext context)
    {
        var root = new RootCommand("Finds what keeps a Python service from being ready for production, and scores it.")
        {
            ScanCommand.Create(context),
            ExplainCommand.Create(context),
            RulesCommand.Create(context),
            ModelCommand.Create(context),
            SchemaCommand.Create(context),
            InspectCommand.Create(context),
        };
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction help) option.Action = new HelpWithExitCodes(help);
        foreach (var option in root.Options.OfType<VersionOption>()) option.Action = new PrintVersion();
        return root;
    }
}
