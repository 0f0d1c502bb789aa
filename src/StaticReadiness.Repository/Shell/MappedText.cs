using System.Text;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Shell;

/// <summary>A text put together from pieces of a file, such as a command continued over several lines, that knows where each character stands.</summary>
public sealed class MappedText
{
    /// <summary>Where each piece begins in the content, and where that is in the file.</summary>
    private readonly (int Start, int Place)[] pieces;

    /// <summary>The place after the last character.</summary>
    private readonly int end;

    private MappedText(string content, (int Start, int Place)[] pieces, int end)
    {
        Content = content;
        this.pieces = pieces;
        this.end = end;
    }

    public string Content { get; }

    /// <summary>The whole of a span of a file.</summary>
    public static MappedText Of(SourceText text, TextSpan span) => new(text.ToString(span), [(0, span.Start)], span.End);

    /// <summary>Text that stands nowhere as such; all of it is attributed to one place.</summary>
    public static MappedText At(string content, TextSpan place) => new(content, [(0, place.Start)], place.End) { Whole = place };

    private TextSpan? Whole { get; init; }

    /// <summary>The place in the file of a range of the content.</summary>
    public TextSpan ToSource(int start, int end)
    {
        if (Whole is { } whole) return whole;
        var first = PlaceOf(start);
        return TextSpan.FromBounds(first, end > start ? Math.Max(PlaceOf(end - 1) + 1, first) : first);
    }

    public MappedText Slice(int start, int end)
    {
        var inside = new List<(int Start, int Place)> { (0, PlaceOf(start)) };
        foreach (var piece in pieces)
            if (piece.Start > start && piece.Start < end) inside.Add((piece.Start - start, piece.Place));
        return new(Content[start..end], [.. inside], end > start ? PlaceOf(end - 1) + 1 : PlaceOf(start)) { Whole = Whole };
    }

    private int PlaceOf(int index)
    {
        if (index >= Content.Length) return end;
        var (low, high) = (0, pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].Start <= index) low = middle;
            else high = middle - 1;
        }

        return pieces[low].Place + index - pieces[low].Start;
    }

    /// <summary>Collects pieces.</summary>
    public sealed class Builder
    {
        private readonly StringBuilder content = new();
        private readonly List<(int Start, int Place)> pieces = [];
        private int next = -1;

        public int Length => content.Length;

        public void Append(ReadOnlySpan<char> piece, int offset)
        {
            if (piece.IsEmpty) return;
            if (offset != next) pieces.Add((content.Length, offset));
            content.Append(piece);
            next = offset + piece.Length;
        }

        public MappedText Build(int end) => new(content.ToString(), [.. pieces], pieces.Count > 0 ? next : end);
    }
}
