using System.Globalization;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Dev.Dumping;

/// <summary>Tells apart what UTF-16 cannot: in Python <c>'\ud83d\ude00'</c> is two characters and <c>'😀'</c> one. Only the literal's source says which.</summary>
internal sealed class SurrogatePairs
{
    private readonly string source;
    private readonly List<bool> areEscaped = [];
    private int position;

    private SurrogatePairs(string source) => this.source = source;

    /// <summary>The code points of a literal's value, given the text it was read from; null when the value has no pair written as two escapes.</summary>
    public static List<int>? CodePoints(string value, string source)
    {
        if (!source.Contains("\\u", StringComparison.Ordinal)) return null;
        var pairs = new SurrogatePairs(source);
        pairs.ReadPieces();
        return pairs.areEscaped.Contains(true) ? pairs.Split(value) : null;
    }

    private List<int>? Split(string value)
    {
        var points = new List<int>();
        var pair = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
            {
                points.Add(value[i]);
            }
            else
            {
                if (pair == areEscaped.Count) return null;
                if (areEscaped[pair++]) points.AddRange([value[i], value[i + 1]]);
                else points.Add(char.ConvertToUtf32(value[i], value[i + 1]));
                i++;
            }
        }

        return points;
    }

    // the span of an f-string's literal part has neither prefix nor quotes
    private void ReadPieces()
    {
        if (FindQuote(0) is not var (start, quote, isRaw))
        {
            ReadBody(source.Length, isRaw: false);
            return;
        }

        while (true)
        {
            position = start;
            var close = source.IndexOf(quote, position, StringComparison.Ordinal);
            while (close > 0 && IsEscaped(close)) close = source.IndexOf(quote, close + 1, StringComparison.Ordinal);
            var end = close < 0 ? source.Length : close;
            ReadBody(end, isRaw);
            if (FindQuote(Math.Min(end + quote.Length, source.Length)) is not { } next) return;
            (start, quote, isRaw) = next;
        }
    }

    private (int Start, string Quote, bool IsRaw)? FindQuote(int from)
    {
        var i = from;
        while (i < source.Length && (char.IsWhiteSpace(source[i]) || source[i] == '\\')) i++;
        var prefix = i;
        while (i < source.Length && char.IsAsciiLetter(source[i])) i++;
        if (i >= source.Length || source[i] is not ('"' or '\'') || i - prefix > 2) return null;
        var isTriple = i + 2 < source.Length && source[i + 1] == source[i] && source[i + 2] == source[i];
        var quote = source.Substring(i, isTriple ? 3 : 1);
        return (i + quote.Length, quote, source.AsSpan(prefix, i - prefix).IndexOfAny('r', 'R') >= 0);
    }

    private bool IsEscaped(int index)
    {
        var slashes = 0;
        while (index - slashes > 0 && source[index - slashes - 1] == '\\') slashes++;
        return slashes % 2 == 1;
    }

    private void ReadBody(int end, bool isRaw)
    {
        while (position < end)
        {
            if (char.IsHighSurrogate(source[position]))
            {
                areEscaped.Add(false);
                position += 2;
            }
            else if (source[position] == '\\' && !isRaw && position + 1 < end)
            {
                ReadEscape(end);
            }
            else
            {
                position++;
            }
        }
    }

    private void ReadEscape(int end)
    {
        switch (source[position + 1])
        {
            case 'u' when HexAt(position + 2, 4, end) is >= 0xD800 and <= 0xDBFF && position + 7 < end && source[position + 6] == '\\' && source[position + 7] == 'u'
                && HexAt(position + 8, 4, end) is >= 0xDC00 and <= 0xDFFF:
                areEscaped.Add(true);
                position += 12;
                break;
            case 'U':
                if (HexAt(position + 2, 8, end) > 0xFFFF) areEscaped.Add(false);
                position += 10;
                break;
            case 'N' when source.IndexOf('}', position) is > 0 and var close:
                if (IsAstral(source[position..(close + 1)])) areEscaped.Add(false);
                position = close + 1;
                break;
            default: position += 2; break;
        }
    }

    private static bool IsAstral(string escape) =>
        SyntaxTree.Parse(SourceText.From($"'{escape}'")).Root.Body is [ExpressionStatement { Value: Constant { Text.Length: 2 } }];

    private int HexAt(int start, int digits, int end) => start + digits <= end
        && int.TryParse(source.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
