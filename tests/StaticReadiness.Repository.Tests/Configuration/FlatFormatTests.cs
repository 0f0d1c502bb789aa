using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Tests.Configuration;

public sealed class FlatFormatTests
{
    [Fact]
    public void Ini_is_read_as_configparser_reads_it()
    {
        // The expectations are what CPython 3.13's RawConfigParser answers for this text.
        var ini = IniText.Parse(SourceText.From("[a]\nKey = 1 ; not a comment\nlong =\n    one\n\n    # comment\n    two\nx: y = z\n[b c]\n  in = dent\n   more\nempty =\n"));
        ini.Errors.ShouldBeEmpty();
        ini.Root.GetString("a", "key").ShouldBe("1 ; not a comment");
        ini.Root.GetString("a", "long").ShouldBe("\none\n\ntwo");
        ini.Root.GetString("a", "x").ShouldBe("y = z");
        ini.Root.GetString("b c", "in").ShouldBe("dent\nmore");
        ini.Root.GetString("b c", "empty").ShouldBe("");
        ini.Lines(ini.Root.At("a", "long")).Select(line => line.Text).ShouldBe(["one", "two"]);
    }

    [Theory]
    [InlineData("x = 1\n", "an option stands before the first section")]
    [InlineData("[a]\nx = 1\nX = 2\n", "the option `x` stands twice in its section")]
    [InlineData("[a]\n[a]\n", "the section `a` stands twice")]
    [InlineData("[a]\nnonsense\n", "`nonsense` has neither `=` nor `:`")]
    public void What_configparser_refuses_is_reported(string source, string message) =>
        IniText.Parse(SourceText.From(source)).Errors.ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void Json_values_carry_their_places_behind_text_that_is_not_ascii()
    {
        const string Source = "{\"ö😀\": {\"b\": [1, \"ß\", true]}, \"c\": null}";
        var root = (ConfigurationMapping)JsonText.Parse(SourceText.From(Source)).Root!;
        var list = root.GetSequence("ö😀", "b")!;
        Cut(Source, list.Span).ShouldBe("[1, \"ß\", true]");
        Cut(Source, list.Items[1].Span).ShouldBe("\"ß\"");
        Cut(Source, root.FindEntry("c")!.Value.KeySpan).ShouldBe("\"c\"");
    }

    [Fact]
    public void A_json_error_names_its_place()
    {
        var json = JsonText.Parse(SourceText.From("{\n  \"a\": nope\n}"));
        json.Root.ShouldBeNull();
        json.Errors.ShouldHaveSingleItem().Describe(json.Text, "x.json").ShouldStartWith("x.json:2:");
    }

    [Fact]
    public void Dotenv_quotes_exports_and_comments_are_understood()
    {
        // The expectations are python-dotenv's documented behaviour.
        var env = DotenvText.Parse(SourceText.From("# top\nA=1 # one\nexport B='it''s #1'\nC=\"two\\nlines\"\nD=\"a\nb\"\nE\nF=a#b\nA=2\n"));
        env.Root.GetString("A").ShouldBe("2");
        env.Root.GetString("C").ShouldBe("two\nlines");
        env.Root.GetString("D").ShouldBe("a\nb");
        ((ConfigurationScalar)env.Root["E"]!).Kind.ShouldBe(ConfigurationScalarKind.Null);
        env.Root.GetString("F").ShouldBe("a#b");
    }

    [Fact]
    public void A_dotenv_quote_that_is_never_closed_costs_its_line()
    {
        var env = DotenvText.Parse(SourceText.From("A=\"open\nB=2\n"));
        env.Errors.ShouldHaveSingleItem().Message.ShouldBe("the quoted value is never closed");
        env.Root.GetString("B").ShouldBe("2");
    }

    private static string Cut(string source, TextSpan span) => source.Substring(span.Start, span.Length);
}
