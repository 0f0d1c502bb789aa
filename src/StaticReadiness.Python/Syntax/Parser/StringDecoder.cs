using System.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>Turns the inside of a string literal into its value.</summary>
internal sealed class StringDecoder
{
    private readonly StringBuilder value = new();

    /// <summary>CPython's message when the last literal was not valid.</summary>
    public string? Error { get; private set; }

    /// <summary>The value, or null when the text stands for itself.</summary>
    public string? Text(ReadOnlySpan<char> body, bool raw)
    {
        Error = null;
        if (raw ? !body.Contains('\r') : body.IndexOfAny('\\', '\r') < 0) return null;
        return Decode(body, raw, bytes: false, braces: false);
    }

    public string? Bytes(ReadOnlySpan<char> body, bool raw)
    {
        Error = null;
        if (body.IndexOfAnyExceptInRange('\0', '\x7f') >= 0) Error = "bytes can only contain ASCII literal characters";
        if (raw ? !body.Contains('\r') : body.IndexOfAny('\\', '\r') < 0) return null;
        return Decode(body, raw, bytes: true, braces: false);
    }

    public string? Middle(ReadOnlySpan<char> body, bool raw)
    {
        Error = null;
        if (body.IndexOfAny("\\\r{}") < 0) return null;
        return Decode(body, raw, bytes: false, braces: true);
    }

    private string Decode(ReadOnlySpan<char> body, bool raw, bool bytes, bool braces)
    {
        value.Clear();
        for (var i = 0; i < body.Length;)
        {
            var c = body[i];
            if (c == '\r')
            {
                value.Append('\n');
                i += i + 1 < body.Length && body[i + 1] == '\n' ? 2 : 1;
            }
            else if (braces && c is '{' or '}' && i + 1 < body.Length && body[i + 1] == c)
            {
                value.Append(c);
                i += 2;
            }
            else if (c == '\\' && !raw && i + 1 < body.Length) i = Escape(body, i, bytes);
            else
            {
                value.Append(c);
                i++;
            }
        }

        return value.ToString();
    }

    private int Escape(ReadOnlySpan<char> body, int i, bool bytes)
    {
        var c = body[i + 1];
        switch (c)
        {
            case '\n': return i + 2;
            case '\r': return i + (i + 2 < body.Length && body[i + 2] == '\n' ? 3 : 2);
            case '\\' or '\'' or '"': value.Append(c); return i + 2;
            case 'a': value.Append('\a'); return i + 2;
            case 'b': value.Append('\b'); return i + 2;
            case 'f': value.Append('\f'); return i + 2;
            case 'n': value.Append('\n'); return i + 2;
            case 'r': value.Append('\r'); return i + 2;
            case 't': value.Append('\t'); return i + 2;
            case 'v': value.Append('\v'); return i + 2;
            case >= '0' and <= '7': return Octal(body, i, bytes);
            case 'x': return Hex(body, i, 2, bytes);
            case 'u' when !bytes: return Hex(body, i, 4, bytes);
            case 'U' when !bytes: return Hex(body, i, 8, bytes);
            case 'N' when !bytes: return Named(body, i);
            default: value.Append('\\'); return i + 1;
        }
    }

    private int Octal(ReadOnlySpan<char> body, int i, bool bytes)
    {
        var code = 0;
        var end = i + 1;
        for (; end < body.Length && end < i + 4 && body[end] is >= '0' and <= '7'; end++) code = code * 8 + body[end] - '0';
        value.Append((char)(bytes ? code & 0xff : code));
        return end;
    }

    private int Hex(ReadOnlySpan<char> body, int i, int digits, bool bytes)
    {
        uint code = 0;
        var end = i + 2;
        for (; end < body.Length && end < i + 2 + digits && char.IsAsciiHexDigit(body[end]); end++)
            code = code * 16 + (uint)Convert.ToInt32(body[end].ToString(), 16);
        if (end < i + 2 + digits)
        {
            var at = Offset(body, i);
            Error ??= bytes
                ? $"(value error) invalid \\x escape at position {at}"
                : $"(unicode error) 'unicodeescape' codec can't decode bytes in position {at}-{Offset(body, end) - 1}: truncated {EscapeName(digits)} escape";
        }
        else if (code > 0x10ffff)
        {
            var at = Offset(body, i);
            Error ??= $"(unicode error) 'unicodeescape' codec can't decode bytes in position {at}-{Offset(body, end) - 1}: illegal Unicode character";
        }
        else AppendCode((int)code);

        return end;
    }

    private static string EscapeName(int digits) => digits switch { 2 => "\\xXX", 4 => "\\uXXXX", _ => "\\UXXXXXXXX" };

    /// <summary>CPython counts in a form of the literal where a character beyond ASCII is written as ten.</summary>
    private static int Offset(ReadOnlySpan<char> body, int index)
    {
        var offset = 0;
        for (var i = 0; i < index; i++)
        {
            if (body[i] < 0x80) offset++;
            else if (!char.IsLowSurrogate(body[i])) offset += 10;
        }

        return offset;
    }

    private void AppendCode(int code)
    {
        if (code < 0x10000) value.Append((char)code);
        else value.Append(char.ConvertFromUtf32(code));
    }

    private int Named(ReadOnlySpan<char> body, int i)
    {
        var at = Offset(body, i);
        if (i + 2 >= body.Length || body[i + 2] != '{' || body[i..].IndexOf('}') is not (> 3 and var length))
        {
            var end = i + 2 < body.Length && body[i + 2] == '{' && !body[i..].Contains('}') ? body.Length : Math.Min(body.Length, i + 2);
            Error ??= $"(unicode error) 'unicodeescape' codec can't decode bytes in position {at}-{Offset(body, end) - 1}: malformed \\N character escape";
            return Math.Min(body.Length, i + 2);
        }

        var name = body.Slice(i + 3, length - 3);
        if (UnicodeNames.Find(name) is { } code) AppendCode(code);
        else Error ??= $"(unicode error) 'unicodeescape' codec can't decode bytes in position {at}-{Offset(body, i + length)}: unknown Unicode character name";
        return i + length + 1;
    }
}
