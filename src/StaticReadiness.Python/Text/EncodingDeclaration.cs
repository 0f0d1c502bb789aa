using System.Text;

namespace StaticReadiness.Python.Text;

/// <summary>Finds the encoding a Python source declares in a comment on one of its first two lines (PEP 263).</summary>
internal static class EncodingDeclaration
{
    /// <summary>Returns the declared name as written and the zero-based line it stands on, or null.</summary>
    public static (string Name, int Line)? Find(ReadOnlySpan<byte> source)
    {
        for (var line = 0; line < 2; line++)
        {
            var end = source.IndexOfAny((byte)'\n', (byte)'\r');
            var content = end < 0 ? source : source[..end];
            var comment = content.TrimStart(" \t\f"u8);
            if (!comment.IsEmpty && comment[0] != '#') return null;
            if (FindName(comment) is { } name) return (name, line);
            if (end < 0) return null;
            source = source[(source[end..].StartsWith("\r\n"u8) ? end + 2 : end + 1)..];
        }

        return null;
    }

    private static string? FindName(ReadOnlySpan<byte> comment)
    {
        while (comment.IndexOf("coding"u8) is >= 0 and var found)
        {
            comment = comment[(found + "coding"u8.Length)..];
            if (comment.IsEmpty || comment[0] is not ((byte)':' or (byte)'=')) continue;
            var name = comment[1..].TrimStart(" \t"u8);
            var length = 0;
            while (length < name.Length && IsNameByte(name[length])) length++;
            if (length > 0) return Encoding.ASCII.GetString(name[..length]);
        }

        return null;
    }

    private static bool IsNameByte(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.';
}
