using StaticReadiness.Cli.Commands;

namespace StaticReadiness.Cli.Tests;

public class ColorTests
{
    [Theory]
    [InlineData("auto", true, null, null, true)]
    [InlineData("auto", false, null, null, false)]
    [InlineData("auto", true, "1", null, false)]
    [InlineData("auto", true, "", null, true)]
    [InlineData("auto", false, null, "1", true)]
    [InlineData("auto", false, null, "0", false)]
    [InlineData("auto", true, "1", "1", false)]
    [InlineData("always", false, "1", null, true)]
    [InlineData("never", true, null, "1", false)]
    public void Colour_follows_option_variables_and_terminal(string mode, bool isTerminal, string? noColor, string? forceColor, bool expected)
    {
        using var context = new CommandContext(Stream.Null, Stream.Null)
        {
            IsOutputTerminal = isTerminal,
            Variable = name => name switch
            {
                "NO_COLOR" => noColor,
                "FORCE_COLOR" => forceColor,
                _ => null,
            },
        };
        ColorMode.IsOn(mode, context).ShouldBe(expected);
    }
}
