using System.Text;

namespace StaticReadiness.Python.Text;

/// <summary>The text of one file with its lines; offsets are UTF-16 code units, other columns are derived on request.</summary>
public sealed class SourceText
{
    private readonly bool isAscii;
    private int[]? lineStarts;
    private ColumnIndex? columns;

    internal SourceText(string content, bool? isAscii, bool hasByteOrderMark = false)
    {
        Content = content;
        this.isAscii = isAscii ?? Ascii.IsValid(content);
        HasByteOrderMark = hasByteOrderMark;
    }

    /// <summary>The decoded text, without byte order mark.</summary>
    public string Content { get; }

    /// <summary>Whether the file began with a UTF-8 byte order mark, so that a changed file can keep it.</summary>
    public bool HasByteOrderMark { get; }

    public int Length => Content.Length;

    public char this[int position] => Content[position];

    public int LineCount => LineStarts.Length;

    private int[] LineStarts => lineStarts ??= FindLineStarts(Content);

    private ColumnIndex Columns => columns ??= new ColumnIndex(Content);

    public static SourceText From(string content) => new(content, isAscii: null);

    /// <summary>Decodes a file as CPython does: by its byte order mark, else by the encoding its first two lines declare, else as UTF-8.</summary>
    public static DecodedSource Decode(ReadOnlySpan<byte> bytes) => SourceDecoder.Decode(bytes);

    public ReadOnlySpan<char> Slice(TextSpan span) => Content.AsSpan(span.Start, span.Length);

    public string ToString(TextSpan span) => Content.Substring(span.Start, span.Length);

    /// <summary>The line and the UTF-16 column of an offset.</summary>
    public LinePosition GetLinePosition(int offset)
    {
        var line = GetLineIndex(offset);
        return new LinePosition(line, offset - LineStarts[line]);
    }

    /// <summary>The line and the column in UTF-8 bytes, as CPython's <c>col_offset</c> counts.</summary>
    public LinePosition GetUtf8Position(int offset)
    {
        var line = GetLineIndex(offset);
        var start = LineStarts[line];
        return new LinePosition(line, isAscii ? offset - start : Columns.BytesBetween(start, offset));
    }

    /// <summary>The line and the column in Unicode code points, as SARIF's <c>unicodeCodePoints</c> counts.</summary>
    public LinePosition GetCodePointPosition(int offset)
    {
        var line = GetLineIndex(offset);
        var start = LineStarts[line];
        return new LinePosition(line, isAscii ? offset - start : Columns.CodePointsBetween(start, offset));
    }

    public TextSpan GetLineSpan(int line)
    {
        var start = LineStarts[line];
        var end = line + 1 < LineStarts.Length ? LineStarts[line + 1] : Content.Length;
        while (end > start && Content[end - 1] is '\r' or '\n') end--;
        return TextSpan.FromBounds(start, end);
    }

    public int GetLineIndex(int offset)
    {
        var index = Array.BinarySearch(LineStarts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    // the line ends CPython's tokenizer knows: \n, \r\n and a lone \r; a form feed or U+2028 ends no line
    private static int[] FindLineStarts(string content)
    {
        // as many as there are ends when none is of two characters, which is nearly always so
        var starts = new int[content.AsSpan().Count('\n') + content.AsSpan().Count('\r') + 1];
        var count = 1;
        var position = 0;
        while (content.AsSpan(position).IndexOfAny('\n', '\r') is >= 0 and var found)
        {
            position += found + 1;
            if (content[position - 1] == '\r' && position < content.Length && content[position] == '\n') position++;
            starts[count++] = position;
        }

        return count == starts.Length ? starts : starts[..count];
    }
}
