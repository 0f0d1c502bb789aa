using System.Text;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>The self-checks some token formats carry; a token that fails its own is no token.</summary>
internal static class TokenChecksum
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Whether a token passes the check of the given name; true for a format without one.</summary>
    public static bool Holds(string check, ReadOnlySpan<char> prefix, ReadOnlySpan<char> body) => check switch
    {
        "crc32-base62" => body[^6..].SequenceEqual(ToBase62(Crc32(body[..^6]))),
        "jwt" => IsJwtHeader(prefix, body),
        _ => true,
    };

    /// <summary>How many digits of an account end a text; -1 when they are no account's.</summary>
    public static int DigitsBefore(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[^(count + 1)])) count++;
        return count is < 8 or > 10 || text.EndsWith("123456789") || (count < text.Length && (char.IsAsciiLetter(text[^(count + 1)]) && !text[..^count].EndsWith("bot"))) ? -1 : count;
    }

    internal static uint Crc32(ReadOnlySpan<char> text)
    {
        var crc = uint.MaxValue;
        foreach (var c in text)
        {
            crc ^= (byte)c;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }

    private static string ToBase62(uint value)
    {
        Span<char> digits = stackalloc char[6];
        for (var i = 5; i >= 0; i--, value /= 62) digits[i] = Base62[(int)(value % 62)];
        return new string(digits);
    }

    private static bool IsJwtHeader(ReadOnlySpan<char> prefix, ReadOnlySpan<char> body)
    {
        var header = string.Concat(prefix, body[..body.IndexOf('.')]).Replace('-', '+').Replace('_', '/');
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header.PadRight((header.Length + 3) / 4 * 4, '='), buffer, out var written)) return false;
        var json = Encoding.UTF8.GetString(buffer, 0, written);
        return json.Contains("\"alg\"") && json.StartsWith('{');
    }
}
