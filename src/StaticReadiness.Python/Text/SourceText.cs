using System.Collections.Immutable;

namespace StaticReadiness.Python.Text;

/// <summary>The text of one file with its lines; offsets are UTF-16 code units, other columns are derived on request.</summary>
public sealed class SourceText
{
    private int[]? lineStarts;

    private SourceText(string content) => Content = content;

    /// <summary>The decoded text, without byte order mark.</summary>
    public string Content { get; }

    public int Length => Content.Length;

    public char this[int position] => Content[position];

    public int LineCount => LineStarts.Length;

    private int[] LineStarts => lineStarts ??= FindLineStarts(Content);

    public static SourceText From(string content) => new(content);

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
        return new LinePosition(line, System.Text.Encoding.UTF8.GetByteCount(Content.AsSpan(start, offset - start)));
    }

    /// <summary>The line and the column in Unicode code points, as SARIF's <c>unicodeCodePoints</c> counts.</summary>
    public LinePosition GetCodePointPosition(int offset)
    {
        var line = GetLineIndex(offset);
        var column = 0;
        for (var i = LineStarts[line]; i < offset; i++)
            if (!char.IsLowSurrogate(Content[i])) column++;
        return new LinePosition(line, column);
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

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\n' || (c == '\r' && (i + 1 == content.Length || content[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return [.. starts];
    }
}
