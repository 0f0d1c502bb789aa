using System.Globalization;

namespace StaticReadiness.Python.Syntax;

/// <summary>Knows which characters Python 3.13's <c>str.isprintable</c> accepts: those of Unicode 15.1, while the runtime's tables are newer.</summary>
internal static class PrintableCharacters
{
    // assigned by Unicode 16.0 (https://www.unicode.org/versions/Unicode16.0.0/)
    private const string NewerThanPython = """
        897-897 1B4E-1B4F 1B7F-1B7F 1C89-1C8A 2427-2429 31E4-31E5 A7CB-A7CD A7DA-A7DC 105C0-105F3 10D40-10D65 10D69-10D85
        10D8E-10D8F 10EC2-10EC4 10EFC-10EFC 11380-11389 1138B-1138B 1138E-1138E 11390-113B5 113B7-113C0 113C2-113C2
        113C5-113C5 113C7-113CA 113CC-113D5 113D7-113D8 113E1-113E2 116D0-116E3 11BC0-11BE1 11BF0-11BF9 11F5A-11F5A
        13460-143FA 16100-16139 16D40-16D79 18CFF-18CFF 1CC00-1CCF9 1CD00-1CEB3 1E5D0-1E5FA 1E5FF-1E5FF 1F8B2-1F8BB
        1F8C0-1F8C1 1FA89-1FA89 1FA8F-1FA8F 1FABE-1FABE 1FAC6-1FAC6 1FADC-1FADC 1FADF-1FADF 1FAE9-1FAE9 1FBCB-1FBEF
        """;

    private static readonly Lazy<(int First, int Last)[]> NewerRanges = new(() =>
        [.. NewerThanPython.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadRange)]);

    public static bool Contains(int codePoint) => codePoint == ' '
        || (IsPrintable(CharUnicodeInfo.GetUnicodeCategory(codePoint)) && !Array.Exists(NewerRanges.Value, range => codePoint >= range.First && codePoint <= range.Last));

    private static bool IsPrintable(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    private static (int First, int Last) ReadRange(string text)
    {
        var dash = text.IndexOf('-');
        return (Convert.ToInt32(text[..dash], 16), Convert.ToInt32(text[(dash + 1)..], 16));
    }
}
