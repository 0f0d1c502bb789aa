using System.CommandLine;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Analysis.Suppression;
using StaticReadiness.Analyzers;
using StaticReadiness.Reporting;
using StaticReadiness.Reporting.Console;

namespace StaticReadiness.Cli.Commands;

/// <summary><c>explain RULE</c>: a rule's help page.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandContext context)
    {
        var rule = new Argument<string>("RULE") { Description = "The id or the name of a rule: SR0102 or swallowed-exception." };
        var color = ColorMode.CreateOption();
        var command = new Command("explain", "Explains a rule: what it finds, why it matters, how to fix it.") { rule, color };
        command.SetAction(parsed => Explain(parsed.GetRequiredValue(rule), ColorMode.IsOn(parsed.GetRequiredValue(color), context), context));
        return command;
    }

    private static void Explain(string name, bool colour, CommandContext context)
    {
        var page = HelpPage.ForReaders(PageOf(name) ?? throw new UsageException(Unknown(name)));
        if (!context.IsOutputTerminal && !colour)
        {
            context.Output.Write(page);
            return;
        }

        var writer = new StyledWriter(context.Output, colour, context.Width, context.IsUnicode ? Glyphs.Unicode : Glyphs.Ascii);
        MarkdownPrinter.Print(writer, page);
    }

    private static string? PageOf(string name)
    {
        if (RuleCatalogue.Find(name) is { } rule) return RuleCatalogue.HelpPageOf(rule);
        var own = SuppressionRules.All.FirstOrDefault(r => r.Name == name || string.Equals(r.Id, name, StringComparison.OrdinalIgnoreCase));
        return own is null ? null : $"# {own.Name}\n\n{own.Title}.\n";
    }

    private static string Unknown(string name)
    {
        var names = RuleCatalogue.All.Select(static r => r.Descriptor.Name).Concat(SuppressionRules.All.Select(static r => r.Name)).ToList();
        var near = NearestWord.Find(name, names) ?? names.Find(n => n.Contains(name, StringComparison.OrdinalIgnoreCase));
        return near is null
            ? $"there is no rule `{name}`; `static-readiness rules` lists them"
            : $"there is no rule `{name}`; did you mean `{near}`?";
    }
}
