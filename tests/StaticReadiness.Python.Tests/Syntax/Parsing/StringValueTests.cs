using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Tests.Syntax.Parsing;

public sealed class StringValueTests
{
    [Theory]
    [InlineData(@"'a\n\t\\\'\x41\101\u00e9\U0001F600'", "a\n\t\\'AA\u00e9\U0001F600")]
    [InlineData(@"r'a\n\x'", @"a\n\x")]
    [InlineData(@"'\q\%'", @"\q\%")]
    [InlineData("'a\\\nb'", "ab")]
    [InlineData("'''a\r\nb\rc'''", "a\nb\nc")]
    [InlineData("'a' \"b\" r'\\c' u'd'", "ab\\cd")]
    [InlineData(@"'\N{BULLET}\N{latin small letter a}\N{NBSP}\N{LF}'", "\u2022a\u00a0\n")]
    [InlineData(@"'\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAGG}\N{CUNEIFORM SIGN A}'", "\u4e00\uac02\U00012000")]
    [InlineData(@"'\777'", "\u01ff")]
    [InlineData("''", "")]
    public void A_string_has_the_value_Python_gives_it(string source, string expected)
    {
        var constant = Parsed.Expression<Constant>(source);

        constant.ConstantKind.ShouldBe(ConstantKind.String);
        constant.Text.ShouldBe(expected);
    }

    [Fact]
    public void A_surrogate_can_stand_alone() => Parsed.Expression<Constant>(@"'\ud800'").Text.ShouldBe("\ud800");

    [Theory]
    [InlineData(@"b'a\xff\101\u0041'", "a\u00ffA\\u0041")]
    [InlineData(@"rb'\xff' Rb'x'", @"\xffx")]
    public void Bytes_hold_one_character_for_each_byte(string source, string expected)
    {
        var constant = Parsed.Expression<Constant>(source);

        constant.ConstantKind.ShouldBe(ConstantKind.Bytes);
        constant.Text.ShouldBe(expected);
    }

    [Fact]
    public void The_prefix_of_the_first_string_counts()
    {
        Parsed.Expression<Constant>("u'a' 'b'").HasUnicodePrefix.ShouldBeTrue();
        Parsed.Expression<Constant>("'a' u'b'").HasUnicodePrefix.ShouldBeFalse();
    }

    [Theory]
    [InlineData("f'{a}{b!s}{c:d}{e!r:{f}.{g}}'", 4)]
    [InlineData("f'{f'{f'{a}'}'}'", 1)]
    [InlineData("f'''{\na # comment\n}'''", 1)]
    [InlineData("f'{x:%H:%M}'", 1)]
    [InlineData("f'{x!=y}{(lambda: 1)()}{ {1: 2}[1] }'", 3)]
    [InlineData("f'{x:=10}'", 1)]
    [InlineData(@"f'\N{BULLET}{a}\{b}'", 2)]
    [InlineData("rf'\\N{a}'", 1)]
    [InlineData("f'{*a, b}{yield}{a, }'", 3)]
    [InlineData("f'{\"a\" \"}\"}'", 1)]
    public void Fields_of_an_f_string_are_expressions(string source, int fields) =>
        Parsed.Expression<JoinedStr>(source).Values.OfType<FormattedValue>().Count().ShouldBe(fields);

    [Fact]
    public void A_field_with_an_equals_sign_shows_its_source()
    {
        var joined = Parsed.Expression<JoinedStr>("f'<{ a+b = }>{c=!s}{d=:5}'");

        joined.Values.OfType<Constant>().Select(c => c.Text).ShouldBe(["< a+b = ", ">c=", "d="]);
        joined.Values.OfType<FormattedValue>().Select(v => v.Conversion).ShouldBe(['r', 's', -1]);
    }

    [Fact]
    public void Literal_parts_that_meet_become_one_constant()
    {
        var joined = Parsed.Expression<JoinedStr>("'a' f'b{{' '' f'{c}' f'}}' 'd'");

        joined.Values.Length.ShouldBe(3);
        ((Constant)joined.Values[0]).Text.ShouldBe("ab{");
        ((Constant)joined.Values[2]).Text.ShouldBe("}d");
    }

    [Fact]
    public void A_template_string_keeps_the_text_of_its_interpolations()
    {
        var template = Parsed.Expression<TemplateStr>("t'a{ b.c !r:>{d}}' t'{e}'");

        var first = template.Values[1].ShouldBeOfType<Interpolation>();
        first.Text.ShouldBe("b.c");
        first.Conversion.ShouldBe('r');
        first.FormatSpec.ShouldBeOfType<JoinedStr>();
        template.Values[2].ShouldBeOfType<Interpolation>().Text.ShouldBe("e");
    }

    [Theory]
    [InlineData("0x_ff", ConstantKind.Integer)]
    [InlineData("1_0.5e-3", ConstantKind.Float)]
    [InlineData("1e5", ConstantKind.Float)]
    [InlineData("0xe", ConstantKind.Integer)]
    [InlineData("1.5J", ConstantKind.Imaginary)]
    [InlineData("007j", ConstantKind.Imaginary)]
    public void A_number_keeps_its_text_and_knows_its_kind(string source, ConstantKind kind)
    {
        var constant = Parsed.Expression<Constant>(source);

        constant.ConstantKind.ShouldBe(kind);
        constant.Text.ShouldBe(source);
    }
}
