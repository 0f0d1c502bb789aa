using System.Security.Cryptography;
using System.Text;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Tests.Toml;

public sealed class TomlDocumentTests
{
    [Fact]
    public void Values_carry_their_kind_and_their_place()
    {
        const string Source = "a = 'x'\n[t]\nn = 0x_no\n";
        const string Good = "name = \"caf\\u00e9\"\nport = 8_080\nratio = 6.5e-1\non = true\nday = 1979-05-27 07:32Z\nlist = [1, [2,],\n 3]\n";
        var root = Read(Good);
        root.GetString("name").ShouldBe("café");
        ((ConfigurationScalar)root["port"]!).Integer.ShouldBe(8080);
        ((ConfigurationScalar)root["ratio"]!).Number.ShouldBe(0.65);
        ((ConfigurationScalar)root["on"]!).Boolean.ShouldBe(true);
        ((ConfigurationScalar)root["day"]!).Kind.ShouldBe(ConfigurationScalarKind.OffsetDateTime);
        root["day"]!.AsText().ShouldBe("1979-05-27T07:32:00Z");
        root.GetSequence("list")!.Items.Count.ShouldBe(3);
        Good.Substring(root["port"]!.Span.Start, root["port"]!.Span.Length).ShouldBe("8_080");
        Good.Substring(root["list"]!.Span.Start, root["list"]!.Span.Length).ShouldBe("[1, [2,],\n 3]");
        Describe(Source).ShouldBe(["toml:3:5: `0x_no` is no value; text needs quotes"]);
    }

    [Theory]
    [InlineData("a = 1\na = 2", "toml:2:1: `a` is already defined as a value")]
    [InlineData("[a]\n[a]", "toml:2:2: `a` is already defined as a table")]
    [InlineData("[[a]]\n[a]", "toml:2:2: `a` is already defined as an array of tables")]
    [InlineData("a = [1]\n[[a]]", "toml:2:3: `a` is already defined as an array, which is complete")]
    [InlineData("a = {b = 1}\n[a.c]", "toml:2:2: `a` is already defined as an inline table, which is complete")]
    [InlineData("a.b = 1\n[a]", "toml:2:2: `a` is already defined as a table made by a dotted key")]
    [InlineData("[a.b]\n[a]\nb.c = 1", "toml:3:1: `b` is a table with its own header; a dotted key cannot add to it")]
    [InlineData("a = 1 b = 2", "toml:1:7: `b` stands where the end of the line is expected")]
    [InlineData("a = ", "toml:1:5: the line ends where a value is expected")]
    [InlineData("a = [1, , 2]", "toml:1:9: a value is missing between two commas")]
    [InlineData("= 1", "toml:1:1: `=` stands where a key or a table header is expected")]
    [InlineData("a = \"x", "toml:1:5: the string is never closed")]
    [InlineData("a = 'x\nb = 1", "toml:1:5: the string is not closed on its line")]
    [InlineData("a = 2023-02-29", "toml:1:5: `2023-02-29` is no date or time")]
    [InlineData("a = 9223372036854775808", "toml:1:5: `9223372036854775808` does not fit a 64-bit integer")]
    [InlineData("a = \"\\q\"", "toml:1:6: `\\q` is no escape sequence")]
    public void What_is_wrong_is_said_with_its_line(string source, string expected) => Describe(source).ShouldBe([expected]);

    [Fact]
    public void A_broken_line_costs_that_line_alone()
    {
        var document = TomlDocument.Parse(SourceText.From("[project]\nname = \"x\"\nversion = \nkeywords = [\"a\"]\n"));
        document.Errors.Length.ShouldBe(1);
        document.Root.GetString("project", "name").ShouldBe("x");
        document.Root.GetSequence("project", "keywords")!.Items.Count.ShouldBe(1);
    }

    [Fact]
    public void An_array_that_is_never_closed_costs_the_line_that_follows_and_no_more()
    {
        var document = TomlDocument.Parse(SourceText.From("a = [1, 2\nb = 3\nc = 4\n"));
        document.Errors.Length.ShouldBe(1);
        ((ConfigurationScalar)document.Root["c"]!).Integer.ShouldBe(4);
    }

    [Theory]
    [InlineData("a = {b = 1,\n c = 2,}")]
    [InlineData("a = \"\\e[1m \\x41\"")]
    [InlineData("a = 12:30")]
    public void The_additions_of_1_1_are_refused_under_1_0(string source)
    {
        TomlDocument.Parse(SourceText.From(source)).Errors.ShouldBeEmpty();
        TomlDocument.Parse(SourceText.From(source), TomlVersion.V10).Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused() =>
        TomlDocument.Parse([(byte)'a', (byte)'=', 0xff]).Errors.ShouldHaveSingleItem().Message.ShouldBe("the file is not UTF-8: byte 3 begins no character");

    [Fact]
    public void Hostile_nesting_is_refused_before_it_can_exhaust_the_stack()
    {
        Describe("a = " + new string('[', 100_000))[0].ShouldContain("nested deeper than 256");
        Describe(string.Join('.', Enumerable.Repeat("a", 5_000)) + " = 1")[0].ShouldContain("more than 256 parts");
    }

    [Fact]
    public void A_text_of_hundred_million_characters_is_refused_at_once() =>
        Describe(new string('a', 100_000_000)).ShouldHaveSingleItem().ShouldContain("TOML files are read up to");

    [Fact]
    public void Errors_are_bounded() => Describe(string.Concat(Enumerable.Repeat("=\n", 10_000))).Length.ShouldBe(100);

    [Fact]
    public void The_generated_parser_is_the_grammars()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "StaticReadiness.sln"))) root = Path.GetDirectoryName(root)!;
        var grammar = File.ReadAllText(Path.Combine(root, "grammars", "Toml.g4")).Replace("\r", "");
        var stamp = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(grammar)))[..16];
        File.ReadLines(Path.Combine(root, "src", "StaticReadiness.Repository", "Toml", "Generated", "TomlParser.cs")).First()
            .ShouldBe($"// stamp {stamp}", "Toml.g4 has changed: run grammars/generate");
    }

    [Fact]
    public void The_parser_never_asks_an_automaton() =>
        typeof(TomlDocument).Assembly.GetType("StaticReadiness.Repository.Toml.TomlParser")!.BaseType!.BaseType!.Name.ShouldBe("TomlParserTypes");

    private static TomlTable Read(string source)
    {
        var document = TomlDocument.Parse(SourceText.From(source));
        document.Errors.ShouldBeEmpty();
        return document.Root;
    }

    private static string[] Describe(string source)
    {
        var document = TomlDocument.Parse(SourceText.From(source));
        return [.. document.Errors.Select(error => error.Describe(document.Text, "toml"))];
    }
}
