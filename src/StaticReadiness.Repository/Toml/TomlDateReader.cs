using System.Globalization;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Toml;

/// <summary>Reads RFC 3339 dates and times and their local forms; the scalar's text is canonical (<c>T</c>, <c>Z</c>, seconds present).</summary>
internal static class TomlDateReader
{
    public static bool LooksLikeDate(ReadOnlySpan<char> text) =>
        text.Length >= 3 && char.IsAsciiDigit(text[0]) && (text[2] == ':' || (text.Length >= 5 && text[4] == '-' && char.IsAsciiDigit(text[3])));

    public static ConfigurationScalar Read(ReadOnlySpan<char> text, TextSpan span, TomlVersion version)
    {
        if (text[2] == ':')
        {
            var local = ReadTime(text, span, version, out var rest);
            if (!rest.IsEmpty) throw Invalid(text, span);
            return ConfigurationScalar.FromDate(ConfigurationScalarKind.LocalTime, local, span);
        }

        CheckDate(text, span);
        var date = text[..10].ToString();
        if (text.Length == 10) return ConfigurationScalar.FromDate(ConfigurationScalarKind.LocalDate, date, span);
        if (text[10] is not ('T' or 't' or ' ')) throw Invalid(text, span);
        var time = ReadTime(text[11..], span, version, out var offset);
        if (offset.IsEmpty) return ConfigurationScalar.FromDate(ConfigurationScalarKind.LocalDateTime, $"{date}T{time}", span);
        return ConfigurationScalar.FromDate(ConfigurationScalarKind.OffsetDateTime, $"{date}T{time}{ReadOffset(offset, text, span)}", span);
    }

    private static void CheckDate(ReadOnlySpan<char> text, TextSpan span)
    {
        if (text.Length < 10 || text[4] != '-' || text[7] != '-') throw Invalid(text, span);
        var year = Digits(text[..4]);
        var month = Digits(text.Slice(5, 2));
        var day = Digits(text.Slice(8, 2));
        if (year < 0 || month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month)) throw Invalid(text, span);
    }

    // Year 0 exists in RFC 3339 and is a leap year; .NET's calendar begins at 1.
    private static int DaysInMonth(int year, int month) => DateTime.DaysInMonth(year == 0 ? 4 : year, month);

    private static string ReadTime(ReadOnlySpan<char> text, TextSpan span, TomlVersion version, out ReadOnlySpan<char> rest)
    {
        if (text.Length < 5 || text[2] != ':') throw Invalid(text, span);
        var hour = Digits(text[..2]);
        var minute = Digits(text.Slice(3, 2));
        if (hour is < 0 or > 23 || minute is < 0 or > 59) throw Invalid(text, span);
        if (text.Length == 5 || text[5] != ':')
        {
            if (version == TomlVersion.V10) throw new TomlSyntaxException("a time needs its seconds before TOML 1.1", span);
            rest = text[5..];
            return $"{text[..5]}:00";
        }

        var second = text.Length >= 8 ? Digits(text.Slice(6, 2)) : -1;
        if (second is < 0 or > 59) throw Invalid(text, span);
        var end = 8;
        if (text.Length > 8 && text[8] == '.')
        {
            end = 9;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end == 9) throw Invalid(text, span);
        }

        rest = text[end..];
        return text[..end].ToString();
    }

    private static string ReadOffset(ReadOnlySpan<char> offset, ReadOnlySpan<char> text, TextSpan span)
    {
        if (offset is "Z" or "z") return "Z";
        var valid = offset.Length == 6 && offset[0] is '+' or '-' && offset[3] == ':'
            && Digits(offset.Slice(1, 2)) is >= 0 and <= 23 && Digits(offset.Slice(4, 2)) is >= 0 and <= 59;
        return valid ? offset.ToString() : throw Invalid(text, span);
    }

    private static int Digits(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static TomlSyntaxException Invalid(ReadOnlySpan<char> text, TextSpan span) =>
        new($"`{(text.Length > 40 ? text[..40] : text)}` is no date or time", span);
}
