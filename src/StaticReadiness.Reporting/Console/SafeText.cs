using System.Buffers;
using System.Globalization;
using System.Text;

namespace StaticReadiness.Reporting.Console;

/// <summary>Text of a scanned repository made safe to print: what could steer a terminal or reorder a line is spelled out.</summary>
public static class SafeText
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F" +
        "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F" +
        "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F" +
        "\u061C\u200B\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF");

    /// <summary>The text with control and bidirectional formatting characters as <c>&lt;U+202E&gt;</c>.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspicious) < 0 && !HasLoneSurrogate(text)) return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes()) safe.Append(Of(rune));
        return safe.ToString();
    }

    public static string Of(Rune rune)
    {
        if (!rune.IsBmp || !Suspicious.Contains((char)rune.Value)) return rune.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
