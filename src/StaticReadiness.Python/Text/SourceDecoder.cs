using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace StaticReadiness.Python.Text;

/// <summary>Turns the bytes of a Python file into text as CPython does: byte order mark, declared encoding, UTF-8 otherwise
/// (https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations).</summary>
internal static class SourceDecoder
{
    private const int Utf16 = 1200, Utf32 = 12000;

    public static DecodedSource Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var nul) return new("source code string cannot contain null bytes", LineOf(bytes, nul));
        var hasMark = bytes.StartsWith("\uFEFF"u8);
        if (hasMark) bytes = bytes[3..];
        var declared = EncodingDeclaration.Find(bytes);
        if (declared is not var (name, line)) return DecodeUtf8(bytes, hasMark);
        if (PythonEncodings.FindCodePage(name) is not { } page) return new($"unknown encoding: {name}", line);
        if (hasMark && !PythonEncodings.IsUtf8Spelling(name)) return new($"encoding problem: {name} with BOM", line);
        if (page == PythonEncodings.Utf8) return DecodeUtf8(bytes, hasMark);
        return page is Utf16 or Utf32 ? new($"encoding problem: {name}", line) : DecodePage(bytes, name, page);
    }

    private static DecodedSource DecodeUtf8(ReadOnlySpan<byte> bytes, bool hasMark)
    {
        if (Ascii.IsValid(bytes)) return new(new SourceText(Encoding.Latin1.GetString(bytes), isAscii: true, hasMark));
        return Utf8.IsValid(bytes)
            ? new(new SourceText(Encoding.UTF8.GetString(bytes), isAscii: false, hasMark))
            : DescribeInvalidUtf8(bytes);
    }

    private static DecodedSource DecodePage(ReadOnlySpan<byte> bytes, string name, int page)
    {
        if (Ascii.IsValid(bytes) && page is not (50220 or 50225 or 52936))
            return new(new SourceText(Encoding.Latin1.GetString(bytes), isAscii: true));
        try
        {
            var content = PythonEncodings.Open(page).GetString(bytes);
            if (!IsWindowsPage(page) || FindUndefined(bytes) is not (>= 0 and var undefined)) return new(new SourceText(content, isAscii: null));
            return new($"'charmap' codec can't decode byte 0x{bytes[undefined]:x2} in position {undefined}: character maps to <undefined>", LineOf(bytes, undefined));

            int FindUndefined(ReadOnlySpan<byte> source) =>
                content.Length == source.Length ? content.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') : -1;
        }
        catch (DecoderFallbackException error)
        {
            var at = Math.Clamp(error.Index, 0, bytes.Length - 1);
            var reason = page == 20127 ? "ordinal not in range(128)" : "illegal multibyte sequence";
            return new($"'{name}' codec can't decode byte 0x{bytes[at]:x2} in position {at}: {reason}", LineOf(bytes, at));
        }
    }

    // .NET maps the bytes that these code pages leave undefined to C1 controls; Python refuses them
    private static bool IsWindowsPage(int page) => page is >= 1250 and <= 1258;

    private static DecodedSource DescribeInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out var consumed) == OperationStatus.Done) position += consumed;
        Rune.DecodeFromUtf8(bytes[position..], out _, out var length);
        var place = length == 1 ? $"byte 0x{bytes[position]:x2} in position {position}" : $"bytes in position {position}-{position + length - 1}";
        var line = LineOf(bytes, position);
        return new($"(unicode error) 'utf-8' codec can't decode {place}: {Reason(bytes[position..], length)}", line);
    }

    private static string Reason(ReadOnlySpan<byte> invalid, int length)
    {
        if (invalid[0] is < 0xC2 or > 0xF4) return "invalid start byte";
        return length == invalid.Length ? "unexpected end of data" : "invalid continuation byte";
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int position)
    {
        var before = bytes[..position];
        var returns = before.Count((byte)'\r');
        return before.Count((byte)'\n') + (returns == 0 ? 0 : returns - before.Count("\r\n"u8));
    }
}
