using System.CommandLine;

namespace StaticReadiness.Cli.Commands;

/// <summary>When colour is used.</summary>
internal static class ColorMode
{
    private const string Auto = "auto";
    private const string Always = "always";
    private const string Never = "never";

    public static Option<string> CreateOption()
    {
        var option = new Option<string>("--color")
        {
            Description = "When to use colour: auto (on a terminal, unless NO_COLOR is set), always, never.",
            HelpName = "WHEN",
            DefaultValueFactory = static _ => Auto,
        };
        option.AcceptOnlyFromAmong(Auto, Always, Never);
        return option;
    }

    /// <summary>The option outranks NO_COLOR (no-color.org), which outranks FORCE_COLOR, which outranks the kind of stream.</summary>
    public static bool IsOn(string mode, CommandContext context)
    {
        if (mode != Auto) return mode == Always;
        if (context.Variable("NO_COLOR") is { Length: > 0 }) return false;
        if (context.Variable("FORCE_COLOR") is { Length: > 0 } and not "0") return true;
        return context.IsOutputTerminal && context.Variable("TERM") != "dumb";
    }
}
