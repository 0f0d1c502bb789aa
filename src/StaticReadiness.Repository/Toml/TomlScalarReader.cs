using System.Globalization;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Toml;

/// <summary>Reads the values that stand without quotes: truth values, numbers, dates and times.</summary>
internal static class TomlScalarReader
{
    public static ConfigurationScalar Read(ReadOnlySpan<char> text, TextSpan span, TomlVersion version)
    {
        switch (text)
        {
            case "true":
                return ConfigurationScalar.FromBoolean(true, span);
            case "false":
                return ConfigurationScalar.FromBoolean(false, span);
        }

        if (TomlDateReader.LooksLikeDate(text)) return TomlDateReader.Read(text, span, version);
        return ReadInfinityOrNaN(text, span) ?? ReadPrefixedInteger(text, span) ?? ReadDecimal(text, span);
    }

    private static ConfigurationScalar? ReadInfinityOrNaN(ReadOnlySpan<char> text, TextSpan span)
    {
        var unsigned = text[0] is '+' or '-' ? text[1..] : text;
        var value = unsigned switch
        {
            "inf" => text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
            "nan" => double.NaN,
            _ => 0,
        };
        return value == 0 ? null : ConfigurationScalar.FromFloat(value, text.ToString(), span);
    }

    private static ConfigurationScalar? ReadPrefixedInteger(ReadOnlySpan<char> text, TextSpan span)
    {
        if (text.Length < 2 || text[0] != '0') return null;
        var radix = text[1] switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
        if (radix == 0) return null;
        var value = 0UL;
        var previousIsDigit = false;
        foreach (var c in text[2..])
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : -1;
            if (c == '_' ? !previousIsDigit : digit < 0 || digit >= radix) throw NoValue(text, span);
            previousIsDigit = c != '_';
            if (!previousIsDigit) continue;
            if (value > (ulong)(long.MaxValue - digit) / (ulong)radix) throw OutOfRange(text, span);
            value = (value * (ulong)radix) + (ulong)digit;
        }

        if (!previousIsDigit) throw NoValue(text, span);
        return ConfigurationScalar.FromInteger((long)value, value.ToString(CultureInfo.InvariantCulture), span);
    }

    private static ConfigurationScalar ReadDecimal(ReadOnlySpan<char> text, TextSpan span)
    {
        var at = text[0] is '+' or '-' ? 1 : 0;
        var digits = SkipDigits(text, at);
        if (digits == at || (digits - at > 1 && text[at] == '0')) throw NoValue(text, span);
        at = digits;
        var isFloat = false;
        if (at < text.Length && text[at] == '.')
        {
            isFloat = true;
            digits = SkipDigits(text, at + 1);
            if (digits == at + 1) throw NoValue(text, span);
            at = digits;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            isFloat = true;
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            digits = SkipDigits(text, at);
            if (digits == at) throw NoValue(text, span);
            at = digits;
        }

        if (at != text.Length) throw NoValue(text, span);
        var plain = text.Contains('_') ? text.ToString().Replace("_", "", StringComparison.Ordinal) : text.ToString();
        if (isFloat) return ConfigurationScalar.FromFloat(double.Parse(plain, CultureInfo.InvariantCulture), plain, span);
        if (!long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) throw OutOfRange(text, span);
        return ConfigurationScalar.FromInteger(value, value.ToString(CultureInfo.InvariantCulture), span);
    }

    /// <summary>The end of a run of digits in which single underscores stand between digits only; the start when there is none.</summary>
    private static int SkipDigits(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '_' && at > start && text[at - 1] != '_'))) at++;
        return at > start && text[at - 1] == '_' ? start : at;
    }

    private static TomlSyntaxException NoValue(ReadOnlySpan<char> text, TextSpan span) =>
        new($"`{Shorten(text)}` is no value; text needs quotes", span);

    private static TomlSyntaxException OutOfRange(ReadOnlySpan<char> text, TextSpan span) =>
        new($"`{Shorten(text)}` does not fit a 64-bit integer", span);

    private static string Shorten(ReadOnlySpan<char> text) => text.Length > 40 ? $"{text[..40]}…" : text.ToString();
}
