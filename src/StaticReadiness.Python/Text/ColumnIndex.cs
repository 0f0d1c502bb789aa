using System.Text;

namespace StaticReadiness.Python.Text;

/// <summary>Counts UTF-8 bytes and code points of a text that is not all ASCII in time independent of the line's length.</summary>
internal sealed class ColumnIndex
{
    private const int Step = 128;
    private readonly string content;
    private readonly int[] bytesBefore;
    private readonly int[] codePointsBefore;

    public ColumnIndex(string content)
    {
        this.content = content;
        var blocks = (content.Length / Step) + 1;
        bytesBefore = new int[blocks];
        codePointsBefore = new int[blocks];
        for (var block = 1; block < blocks; block++)
        {
            var part = content.AsSpan((block - 1) * Step, Step);
            bytesBefore[block] = bytesBefore[block - 1] + CountBytes(part);
            codePointsBefore[block] = codePointsBefore[block - 1] + CountCodePoints(part);
        }
    }

    public int BytesBetween(int start, int end) => BytesBefore(end) - BytesBefore(start);

    public int CodePointsBetween(int start, int end) => CodePointsBefore(end) - CodePointsBefore(start);

    private int BytesBefore(int offset)
    {
        var block = offset / Step;
        return bytesBefore[block] + CountBytes(content.AsSpan(block * Step, offset - (block * Step)));
    }

    private int CodePointsBefore(int offset)
    {
        var block = offset / Step;
        return codePointsBefore[block] + CountCodePoints(content.AsSpan(block * Step, offset - (block * Step)));
    }

    // a surrogate counts two bytes, so that a pair cut by a block's edge still counts four
    private static int CountBytes(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text)) return text.Length;
        var count = 0;
        foreach (var c in text) count += c < 0x80 ? 1 : c < 0x800 || char.IsSurrogate(c) ? 2 : 3;
        return count;
    }

    private static int CountCodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            if (!char.IsLowSurrogate(c)) count++;
        return count;
    }
}
