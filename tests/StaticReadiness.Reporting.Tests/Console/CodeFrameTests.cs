using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Reporting.Console;

namespace StaticReadiness.Reporting.Tests.Console;

public class CodeFrameTests
{
    [Fact]
    public void The_culprit_is_marked_between_one_line_before_and_one_after() =>
        Frame("a = 1\nb = call(2)\nc = 3\n", "call(2)").ShouldBe(["1|a = 1", "2|b = call(2)", " |    ~~~~~~~", "3|c = 3"]);

    [Fact]
    public void Tabs_are_expanded_and_the_mark_follows() =>
        Frame("if x:\n\tfoo\tbar\n", "bar").ShouldBe(["1|if x:", "2|    foo bar", " |        ~~~"]);

    [Fact]
    public void Wide_characters_take_two_cells_and_combining_ones_none() =>
        Frame("東e\u0301 = bad\n", "bad").ShouldBe(["1|東e\u0301 = bad", " |      ~~~"]);

    [Fact]
    public void A_surrogate_pair_is_one_wide_character() =>
        Frame("'😀' + bad\n", "bad").ShouldBe(["1|'😀' + bad", " |       ~~~"]);

    [Fact]
    public void A_long_line_is_cut_around_the_culprit()
    {
        var lines = Frame("before\n" + new string('x', 500) + "CULPRIT" + new string('y', 500) + "\nafter\n", "CULPRIT", width: 40);
        lines.Count.ShouldBe(2);
        var source = lines[0][2..];
        source.Length.ShouldBeLessThanOrEqualTo(40);
        source.ShouldStartWith("...");
        source.ShouldEndWith("...");
        var mark = lines[1][2..];
        source.Substring(mark.IndexOf('~'), mark.Count(static c => c == '~')).ShouldBe("CULPRIT");
    }

    [Fact]
    public void A_culprit_wider_than_the_frame_is_marked_to_the_edge()
    {
        var lines = Frame("x = " + new string('z', 300) + "\n", new string('z', 300), width: 40);
        lines.ShouldAllBe(static l => l.Length <= 42);
        lines[1].ShouldEndWith("~");
    }

    [Fact]
    public void A_line_of_many_megabytes_is_cut_without_being_measured()
    {
        var content = new string('x', 20_000_000) + "CULPRIT" + new string('y', 20_000_000);
        var lines = Frame(content, "CULPRIT", width: 60);
        lines[0].ShouldContain("CULPRIT");
        lines[0].Length.ShouldBeLessThanOrEqualTo(62);
    }

    [Fact]
    public void A_culprit_of_many_lines_shows_the_first_three()
    {
        var lines = Frame("call(\n    1,\n    2,\n    3,\n    4,\n)\n", "call(\n    1,\n    2,\n    3,\n    4,\n)");
        lines.ShouldBe(["1|call(", " |~~~~~", "2|    1,", " |    ~~", "3|    2,", " |    ~~", " |..."]);
    }

    [Fact]
    public void An_empty_span_is_marked_by_one_cell() =>
        CodeFrame.Create(new Location("a.py", SourceText.From("abc\n"), new TextSpan(1, 0)), 60, Glyphs.Ascii, Secrets.None)
            .Select(static l => l.Text).ShouldBe(["abc", " ~"]);

    [Fact]
    public void A_place_without_text_has_no_frame() =>
        CodeFrame.Create(Location.OfFile("a.py"), 60, Glyphs.Ascii, Secrets.None).ShouldBeEmpty();

    [Fact]
    public void Characters_that_steer_a_terminal_or_reorder_text_are_spelled_out() =>
        Frame("x = '\u001b[2J' # \u202Eevil\n", "x")[0].ShouldBe("1|x = '<U+001B>[2J' # <U+202E>evil");

    private static List<string> Frame(string content, string culprit, int width = 60)
    {
        var span = new TextSpan(content.IndexOf(culprit, StringComparison.Ordinal), culprit.Length);
        return [.. CodeFrame.Create(new Location("a.py", SourceText.From(content), span), width, Glyphs.Ascii, Secrets.None)
            .Select(static l => $"{(l.Number is { } n ? n.ToString() : " ")}|{l.Text}")];
    }
}
