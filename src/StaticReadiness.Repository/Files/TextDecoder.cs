using System.Text;
using System.Text.Unicode;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Files;

/// <summary>Turns bytes into text.</summary>
internal static class TextDecoder
{
    private static readonly Encoding Utf16Little = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Big = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    public static Answer<SourceText> Decode(ReadOnlySpan<byte> bytes, bool asPython)
    {
        if (!asPython && FindUtf16(bytes) is { } encoding) return DecodeUtf16(bytes[2..], encoding);
        // An encoding declared in a comment means something to Python alone: elsewhere the bytes are UTF-8.
        if (!asPython) return DecodeUtf8(bytes);
        var decoded = SourceText.Decode(bytes);
        return decoded.Succeeded
            ? Answers.Known(decoded.Text)
            : Answers.Unknown<SourceText>($"line {decoded.Error.Line + 1}: {decoded.Error.Message}");
    }

    private static Answer<SourceText> DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0)) return Answers.Unknown<SourceText>("it is a binary file");
        if (!Utf8.IsValid(bytes)) return Answers.Unknown<SourceText>("the text is not valid UTF-8");
        return Answers.Known(SourceText.From(Encoding.UTF8.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes)));
    }

    private static Encoding? FindUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Utf16Little
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Utf16Big
        : null;

    private static Answer<SourceText> DecodeUtf16(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return Answers.Known(SourceText.From(encoding.GetString(bytes)));
        }
        catch (DecoderFallbackException)
        {
            return Answers.Unknown<SourceText>("the text is not valid UTF-16");
        }
    }
}
