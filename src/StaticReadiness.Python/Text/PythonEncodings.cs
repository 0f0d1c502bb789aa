using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace StaticReadiness.Python.Text;

/// <summary>The names Python knows its text encodings by (https://docs.python.org/3/library/codecs.html#standard-encodings), with the code pages that decode them.</summary>
internal static class PythonEncodings
{
    private const string Table = """
        20127 ascii 646 ansi_x3.4_1968 cp367 ibm367 iso646_us us us_ascii ansi_x3.4_1986 ansi_x3_4_1968 csascii iso_646.irv_1991 iso_ir_6
        28591 latin_1 8859 cp819 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1 iso_latin_1 csisolatin1
        28592 iso8859_2 iso_8859_2 l2 latin2 csisolatin2 iso_8859_2_1987 iso_ir_101
        28593 iso8859_3 iso_8859_3 l3 latin3 csisolatin3 iso_8859_3_1988 iso_ir_109
        28594 iso8859_4 iso_8859_4 l4 latin4 csisolatin4 iso_8859_4_1988 iso_ir_110
        28595 iso8859_5 iso_8859_5 cyrillic csisolatincyrillic iso_8859_5_1988 iso_ir_144
        28596 iso8859_6 iso_8859_6 arabic ecma_114 asmo_708 csisolatinarabic iso_8859_6_1987 iso_ir_127
        28597 iso8859_7 iso_8859_7 greek greek8 ecma_118 csisolatingreek elot_928 iso_8859_7_1987 iso_ir_126
        28598 iso8859_8 iso_8859_8 hebrew csisolatinhebrew iso_8859_8_1988 iso_ir_138
        28599 iso8859_9 iso_8859_9 l5 latin5 csisolatin5 iso_8859_9_1989 iso_ir_148
        28603 iso8859_13 iso_8859_13 l7 latin7
        28605 iso8859_15 iso_8859_15 l9 latin9
        1250 cp1250 1250 windows_1250
        1251 cp1251 1251 windows_1251
        1252 cp1252 1252 windows_1252
        1253 cp1253 1253 windows_1253
        1254 cp1254 1254 windows_1254
        1255 cp1255 1255 windows_1255
        1256 cp1256 1256 windows_1256
        1257 cp1257 1257 windows_1257
        1258 cp1258 1258 windows_1258
        437 cp437 437 ibm437 cspc8codepage437
        720 cp720
        737 cp737
        775 cp775 775 ibm775 cspc775baltic
        850 cp850 850 ibm850 cspc850multilingual
        852 cp852 852 ibm852 cspcp852
        855 cp855 855 ibm855 csibm855
        857 cp857 857 ibm857 csibm857
        858 cp858 858 ibm858 csibm858
        860 cp860 860 ibm860 csibm860
        861 cp861 861 ibm861 cp_is csibm861
        862 cp862 862 ibm862 cspc862latinhebrew
        863 cp863 863 ibm863 csibm863
        864 cp864 864 ibm864 csibm864
        865 cp865 865 ibm865 csibm865
        866 cp866 866 ibm866 csibm866
        869 cp869 869 ibm869 cp_gr csibm869
        874 cp874 iso8859_11 iso_8859_11 thai tis_620 tis620 iso_8859_11_2001 iso_ir_166 tis_620_0 tis_620_2529_0 tis_620_2529_1
        20866 koi8_r cskoi8r
        21866 koi8_u
        10000 mac_roman macintosh macroman
        10004 mac_arabic
        10006 mac_greek macgreek
        10007 mac_cyrillic maccyrillic
        10010 mac_romanian
        10029 mac_latin2 mac_centeuro maccentraleurope maclatin2
        10079 mac_iceland maciceland
        10081 mac_turkish macturkish
        10082 mac_croatian
        932 cp932 932 ms932 mskanji ms_kanji windows_31j shift_jis csshiftjis s_jis shiftjis sjis x_mac_japanese
        936 gbk 936 cp936 ms936 gb2312 chinese euc_cn euccn csiso58gb231280 eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58 x_mac_simp_chinese
        949 cp949 949 ms949 uhc
        950 cp950 950 ms950 big5 big5_tw csbig5 x_mac_trad_chinese
        1361 johab cp1361 ms1361
        51932 euc_jp eucjp u_jis ujis
        51949 euc_kr euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ks_x_1001 ksx1001 x_mac_korean
        52936 hz hz_gb hz_gb_2312 hzgb
        54936 gb18030 gb18030_2000
        50220 iso2022_jp csiso2022jp iso2022jp iso_2022_jp
        50225 iso2022_kr csiso2022kr iso2022kr iso_2022_kr
        65001 utf_8 u8 utf utf8 cp65001 utf_8_sig utf_8sig utf8_ucs2 utf8_ucs4
        1200 utf_16 u16 utf16 utf_16_be utf_16be utf_16_le utf_16le unicodebigunmarked unicodelittleunmarked
        12000 utf_32 u32 utf32 utf_32_be utf_32be utf_32_le utf_32le
        """;

    /// <summary>The code page of UTF-8.</summary>
    public const int Utf8 = 65001;

    /// <summary>The code page of ISO 8859-1, where every byte is its code point.</summary>
    public const int Latin1 = 28591;

    private static readonly ImmutableArray<string> Latin1Spellings = ["latin-1", "iso-8859-1", "iso-latin-1"];

    private static readonly Lazy<FrozenDictionary<string, int>> CodePages = new(ReadTable);

    /// <summary>The code page of an encoding by any of its Python names, or null when Python would not know it.</summary>
    public static int? FindCodePage(string name)
    {
        if (IsUtf8Spelling(name)) return Utf8;
        if (Latin1Spellings.Any(spelling => IsSpelling(name, spelling))) return Latin1;
        return CodePages.Value.TryGetValue(Normalize(name), out var page) ? page : null;
    }

    /// <summary>Whether a name is the one spelling of UTF-8 that the tokenizer allows beside a byte order mark: <c>utf8</c> is not.</summary>
    public static bool IsUtf8Spelling(string name) => IsSpelling(name, "utf-8");

    // these names the tokenizer knows itself, with whatever an editor puts behind them: `utf-8-unix` (PEP 263)
    private static bool IsSpelling(string name, string spelling) =>
        name.ToLowerInvariant().Replace('_', '-') is var plain && plain.StartsWith(spelling, StringComparison.Ordinal) && (plain.Length == spelling.Length || plain[spelling.Length] == '-');

    /// <summary>The decoder of a code page; it throws on bytes that mean nothing.</summary>
    public static Encoding Open(int codePage) => codePage switch
    {
        Latin1 => Encoding.Latin1,
        20127 => Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new ArgumentOutOfRangeException(nameof(codePage), codePage, "no such code page"),
    };

    // as `encodings.normalize_encoding` does: `utf--8` and `-utf-8` are `utf_8`
    private static string Normalize(string name) => string.Join('_', name.ToLowerInvariant().Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries));

    private static FrozenDictionary<string, int> ReadTable()
    {
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            foreach (var name in words.AsSpan(1)) pages[name] = int.Parse(words[0]);
        }

        return pages.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
