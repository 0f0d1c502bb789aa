using System.Text;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Tests.Text;

/// <summary>Messages and lines are those CPython 3.13's <c>compile(bytes, …)</c> raises, but for the position in a message.</summary>
public class SourceDecodingTests
{
    [Theory]
    [InlineData("x = 'é'", "x = 'é'")]
    [InlineData("", "")]
    [InlineData("# coding: utf-8\nx = 'é'", "# coding: utf-8\nx = 'é'")]
    [InlineData("#!python\n# vim: set fileencoding=UTF_8 :\n'é'", "#!python\n# vim: set fileencoding=UTF_8 :\n'é'")]
    [InlineData("\n\n# coding: unheard-of\n", "\n\n# coding: unheard-of\n")]
    [InlineData("x\n# coding: unheard-of\n", "x\n# coding: unheard-of\n")]
    [InlineData("\uFEFFx", "x")]
    [InlineData("# coding: utf--8\n'é'", "# coding: utf--8\n'é'")]
    [InlineData("# coding: UTF8\n'é'", "# coding: UTF8\n'é'")]
    [InlineData("# coding: utf_8-unix\n'é'", "# coding: utf_8-unix\n'é'")]
    [InlineData("\uFEFF# coding: utf-8-dos\n", "# coding: utf-8-dos\n")]
    public void Utf8_is_the_encoding_unless_one_of_the_first_two_lines_declares_another(string file, string expected)
    {
        Decode(Encoding.UTF8.GetBytes(file)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("latin-1", 0xE9, 'é')]
    [InlineData("iso-8859-15", 0xA4, '€')]
    [InlineData("cp1252", 0x80, '€')]
    [InlineData("koi8-r", 0xC1, 'а')]
    [InlineData("windows-1251", 0xC0, 'А')]
    [InlineData("iso_8859_1", 0xFF, 'ÿ')]
    [InlineData("iso--8859__15", 0xA4, '€')]
    [InlineData("latin-1-unix", 0xE9, 'é')]
    [InlineData("csISOLatin2", 0xB1, 'ą')]
    [InlineData("mac-croatian", 0xA9, 'Š')]
    public void A_declared_encoding_decodes_the_whole_file(string encoding, byte character, char expected)
    {
        byte[] file = [.. Encoding.ASCII.GetBytes($"\f # -*- coding: {encoding} -*-\r\n'"), character, (byte)'\''];

        Decode(file).ShouldEndWith($"\r\n'{expected}'");
    }

    [Theory]
    [InlineData("x = 1\ny = '\u00FF'", "(unicode error) 'utf-8' codec can't decode byte 0xff in position 11: invalid start byte", 1)]
    [InlineData("x = '\u00E9'\n", "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 5: invalid continuation byte", 0)]
    [InlineData("'\u00E2\u0082 '", "(unicode error) 'utf-8' codec can't decode bytes in position 1-2: invalid continuation byte", 0)]
    [InlineData("'\u00F0\u009F", "(unicode error) 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data", 0)]
    [InlineData("\r\n\r# coding: foo\r", "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", -1)]
    [InlineData("\n#coding=foo\n", "unknown encoding: foo", 1)]
    [InlineData("# coding: ascii\n\n'\u00FF'", "'ascii' codec can't decode byte 0xff in position 18: ordinal not in range(128)", 2)]
    [InlineData("# coding: cp1252\n'\u0081'", "'charmap' codec can't decode byte 0x81 in position 18: character maps to <undefined>", 1)]
    [InlineData("# coding: utf-16\nx", "encoding problem: utf-16", 0)]
    [InlineData("\u00EF\u00BB\u00BF# coding: latin-1\n", "encoding problem: latin-1 with BOM", 0)]
    [InlineData("\u00EF\u00BB\u00BF# coding: utf8\n", "encoding problem: utf8 with BOM", 0)]
    [InlineData("\u00EF\u00BB\u00BF# coding: utf--8\n", "encoding problem: utf--8 with BOM", 0)]
    [InlineData("# coding: utf8-unix\n", "unknown encoding: utf8-unix", 0)]
    [InlineData("x\ny\0", "source code string cannot contain null bytes", 1)]
    public void Bytes_that_mean_nothing_are_refused_in_the_words_of_Python(string bytes, string message, int line)
    {
        var decoded = SourceText.Decode(Encoding.Latin1.GetBytes(bytes));

        if (line < 0) decoded.Succeeded.ShouldBeTrue();
        else decoded.Error.ShouldBe(new DecodingError(message, line));
    }

    [Fact]
    public void Utf16_is_refused_for_its_null_bytes()
    {
        var decoded = SourceText.Decode([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("x = 1")]);

        decoded.Error!.Message.ShouldBe("source code string cannot contain null bytes");
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text_but_remembered()
    {
        var text = SourceText.Decode([0xEF, 0xBB, 0xBF, (byte)'x']).Text!;

        (text.Content, text.HasByteOrderMark).ShouldBe(("x", true));
    }

    [Fact]
    public void Decoding_ascii_allocates_little_more_than_the_text()
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("x = 1\n", 100_000)));
        SourceText.Decode(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        SourceText.Decode(bytes);

        // a second copy would cost a hundred percent more; the runtime hands memory to threads in blocks of some kilobytes
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(bytes.Length * 21 / 10);
    }

    private static string Decode(byte[] bytes)
    {
        var decoded = SourceText.Decode(bytes);
        decoded.Error.ShouldBeNull();
        return decoded.Text!.Content;
    }
}
