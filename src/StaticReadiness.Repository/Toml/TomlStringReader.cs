using System.Globalization;
using System.Text;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Toml;

/// <summary>Decodes the escapes of basic strings (toml.io, section String).</summary>
internal static class TomlStringReader
{
    /// <summary>The text behind the newline that may follow the opening quotes of a multi-line string.</summary>
    public static ReadOnlySpan<char> TrimFirstNewline(ReadOnlySpan<char> content, out int trimmed)
    {
        trimmed = content.StartsWith("\r\n") ? 2 : content.StartsWith("\n") ? 1 : 0;
        return content[trimmed..];
    }

    /// <summary>The text of a basic string, its escapes decoded.</summary>
    /// <param name="content">The text between the quotes.</param>
    /// <param name="start">The content's offset in the document, for errors.</param>
    /// <param name="version">Decides whether <c>\e</c> and <c>\xHH</c> exist.</param>
    public static string ReadBasic(ReadOnlySpan<char> content, int start, TomlVersion version)
    {
        var backslash = content.IndexOf('\\');
        if (backslash < 0) return content.ToString();
        var builder = new StringBuilder(content.Length);
        var at = 0;
        while (backslash >= 0)
        {
            builder.Append(content.Slice(at, backslash));
            at += backslash;
            at += ReadEscape(content[at..], start + at, version, builder);
            backslash = content[at..].IndexOf('\\');
        }

        return builder.Append(content[at..]).ToString();
    }

    private static int ReadEscape(ReadOnlySpan<char> rest, int offset, TomlVersion version, StringBuilder builder)
    {
        var c = rest.Length > 1 ? rest[1] : '\0';
        var simple = c switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            '"' => '"',
            '\\' => '\\',
            'e' when version != TomlVersion.V10 => '\u001b',
            _ => '\0',
        };
        if (simple != '\0')
        {
            builder.Append(simple);
            return 2;
        }

        return c switch
        {
            'u' => ReadCodePoint(rest, offset, 4, builder),
            'U' => ReadCodePoint(rest, offset, 8, builder),
            'x' when version != TomlVersion.V10 => ReadCodePoint(rest, offset, 2, builder),
            _ => ReadLineEndingBackslash(rest, offset),
        };
    }

    private static int ReadCodePoint(ReadOnlySpan<char> rest, int offset, int digits, StringBuilder builder)
    {
        var hex = rest.Length >= 2 + digits ? rest.Slice(2, digits) : default;
        if (hex.IsEmpty || !int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw new TomlSyntaxException($"`\\{rest[1]}` needs {digits} hexadecimal digits", new TextSpan(offset, 2));
        if (!Rune.TryCreate(value, out var rune))
            throw new TomlSyntaxException($"U+{hex} is no Unicode scalar value", new TextSpan(offset, 2 + digits));
        builder.Append(rune.ToString());
        return 2 + digits;
    }

    /// <summary>A backslash at the end of a line swallows the white space up to the next text.</summary>
    private static int ReadLineEndingBackslash(ReadOnlySpan<char> rest, int offset)
    {
        var length = rest[1..].IndexOfAnyExcept(" \t\r\n");
        var blank = length < 0 ? rest[1..] : rest.Slice(1, length);
        var newline = blank.IndexOf('\n');
        if (newline < 0)
            throw new TomlSyntaxException($"`\\{(rest.Length > 1 ? rest[1] : ' ')}` is no escape sequence", new TextSpan(offset, Math.Min(2, rest.Length)));
        return 1 + blank.Length;
    }
}
