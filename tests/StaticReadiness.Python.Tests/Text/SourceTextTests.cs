using System.Text;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Tests.Text;

public class SourceTextTests
{
    [Theory]
    [InlineData("a\nb", 2)]
    [InlineData("a\r\nb\r\n", 3)]
    [InlineData("a\rb", 2)]
    [InlineData("a\n\rb", 3)]
    [InlineData("a\fb\vc\u2028d\u0085e", 1)]
    [InlineData("", 1)]
    public void Lines_end_where_the_tokenizer_of_Python_ends_them(string content, int lines)
    {
        SourceText.From(content).LineCount.ShouldBe(lines);
    }

    [Fact]
    public void Columns_count_utf16_units_utf8_bytes_and_code_points()
    {
        var text = SourceText.From("x = 1\ny = 'é😀€' + z");
        var offset = text.Content.IndexOf('z');

        text.GetLinePosition(offset).ShouldBe(new LinePosition(1, 13));
        text.GetUtf8Position(offset).ShouldBe(new LinePosition(1, 18));
        text.GetCodePointPosition(offset).ShouldBe(new LinePosition(1, 12));
    }

    [Fact]
    public void Columns_are_right_at_every_offset_of_a_long_line_of_mixed_characters()
    {
        var content = "é\n" + string.Concat(Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? "😀" : i % 3 == 1 ? "é" : "abc"));
        var text = SourceText.From(content);

        for (var offset = 2; offset <= content.Length; offset++)
        {
            if (offset < content.Length && char.IsLowSurrogate(content[offset])) continue;
            var before = content[2..offset];
            text.GetUtf8Position(offset).Column.ShouldBe(Encoding.UTF8.GetByteCount(before));
            text.GetCodePointPosition(offset).Column.ShouldBe(before.EnumerateRunes().Count());
        }
    }

    [Fact]
    public void A_line_span_leaves_out_the_line_end()
    {
        var text = SourceText.From("ab\r\ncd\r");

        text.ToString(text.GetLineSpan(0)).ShouldBe("ab");
        text.ToString(text.GetLineSpan(1)).ShouldBe("cd");
        text.ToString(text.GetLineSpan(2)).ShouldBe("");
    }
}
