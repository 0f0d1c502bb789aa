using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Tests.Syntax.Parsing;

/// <summary>Sources as deep as can be, parsed and walked on a stack of 1 MB.</summary>
public sealed class LimitTests
{
    private const string TooHigh = "too many nested or chained expressions or statements";
    private const string TooNested = "too many nested lambdas and conditional expressions";
    private const string TooManyBrackets = "too many nested parentheses";

    [Theory]
    [InlineData("(", "x", ")", 200, null)]
    [InlineData("f(", "x", ")", 200, null)]
    [InlineData("{1:", "x", "}", 200, null)]
    [InlineData("(", "x", ")", 201, TooManyBrackets)]
    [InlineData("a[", "x", "]", 100_000, TooManyBrackets)]
    [InlineData("(", "", "", 100_000, TooManyBrackets)]
    [InlineData("-", "x", "", 3_000, null)]
    [InlineData("not ", "x", "", 100_000, TooHigh)]
    [InlineData("", "x", "+x", 3_000, null)]
    [InlineData("", "x", "+x", 100_000, TooHigh)]
    [InlineData("", "x", "**x", 100_000, TooHigh)]
    [InlineData("", "x", ".x", 3_000, null)]
    [InlineData("", "x", ".x()[0]", 100_000, TooHigh)]
    [InlineData("", "x", " and x", 100_000, null)]
    [InlineData("", "x", " < x", 100_000, null)]
    [InlineData("lambda: ", "x", "", 500, null)]
    [InlineData("lambda x=", "x", ": x", 100_000, TooNested)]
    [InlineData("x if x else ", "x", "", 500, null)]
    [InlineData("x if x else ", "x", "", 100_000, TooNested)]
    [InlineData("", "if x: pass\n", "elif x: pass\n", 3_000, null)]
    [InlineData("", "if x: pass\n", "elif x: pass\n", 100_000, TooHigh)]
    [InlineData("f'{", "x", "}'", 149, null)]
    [InlineData("f'{", "x", "}'", 100_000, "too many nested f-strings")]
    [InlineData("", "f'x", "{x:", 100_000, null, true)]
    [InlineData("'a' ", "'b'", "", 100_000, null)]
    public void No_depth_exhausts_the_stack(string before, string middle, string after, int count, string? message, bool anyError = false)
    {
        var source = string.Concat(Enumerable.Repeat(before, count)) + middle + string.Concat(Enumerable.Repeat(after, count));

        var tree = OnSmallStack(source);

        if (anyError) tree.Diagnostics.ShouldNotBeEmpty();
        else tree.Diagnostics.FirstOrDefault()?.Message.ShouldBe(message);
        if (message is not null) tree.Diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_hundred_levels_of_indentation_are_allowed_and_no_more()
    {
        OnSmallStack(Indented(99)).Diagnostics.ShouldBeEmpty();
        OnSmallStack(Indented(101)).Diagnostics[0].Message.ShouldBe("too many levels of indentation");
    }

    [Fact]
    public void All_limits_together_fit_the_stack()
    {
        var body = new string(' ', 90) + string.Concat(Enumerable.Repeat("f(", 190)) + string.Concat(Enumerable.Repeat("lambda: ", 500)) + "x" + new string(')', 190) + "\n";

        OnSmallStack(string.Concat(Enumerable.Range(0, 90).Select(i => new string(' ', i) + "if x:\n")) + body).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Only_so_many_errors_are_reported()
    {
        var tree = OnSmallStack(string.Concat(Enumerable.Repeat("a b\n)\n", 2_000)));

        tree.Diagnostics.Length.ShouldBe(2 * SyntaxLimits.Diagnostics);
        tree.Root.Body.Length.ShouldBe(4_000);
    }

    private static string Indented(int levels) =>
        string.Concat(Enumerable.Range(0, levels).Select(i => new string(' ', i) + "if x:\n")) + new string(' ', levels) + "pass\n";

    private static SyntaxTree OnSmallStack(string source)
    {
        SyntaxTree? tree = null;
        var thread = new Thread(() =>
        {
            tree = Parsed.Tree(source);
            new EveryNode().Visit(tree.Root);
        }, 1024 * 1024);
        thread.Start();
        thread.Join();
        return tree!;
    }

    private sealed class EveryNode : SyntaxWalker;
}
