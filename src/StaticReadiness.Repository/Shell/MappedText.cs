using System.Text;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Shell;

/// <summary>A text put together from pieces of a file, such as a command continued over several lines, that knows where each character stands.</summary>
public sealed class MappedText
{
    private readonly int[] offsets;

    private MappedText(string content, int[] offsets)
    {
        Content = content;
        this.offsets = offsets;
    }

    public string Content { get; }

    /// <summary>The whole of a span of a file.</summary>
    public static MappedText Of(SourceText text, TextSpan span)
    {
        var builder = new Builder();
        builder.Append(text.Slice(span), span.Start);
        return builder.Build(span.End);
    }

    /// <summary>Text that stands nowhere as such; all of it is attributed to one place.</summary>
    public static MappedText At(string content, TextSpan place)
    {
        var offsets = new int[content.Length + 1];
        Array.Fill(offsets, place.Start);
        offsets[^1] = place.End;
        return new MappedText(content, offsets) { Whole = place };
    }

    private TextSpan? Whole { get; init; }

    /// <summary>The place in the file of a range of the content.</summary>
    public TextSpan ToSource(int start, int end)
    {
        if (Whole is { } whole) return whole;
        var first = offsets[start];
        return TextSpan.FromBounds(first, end > start ? Math.Max(offsets[end - 1] + 1, first) : first);
    }

    public MappedText Slice(int start, int end) =>
        new(Content[start..end], [.. offsets[start..end], end > start ? offsets[end - 1] + 1 : offsets[start]]) { Whole = Whole };

    /// <summary>Collects pieces.</summary>
    public sealed class Builder
    {
        private readonly StringBuilder content = new();
        private readonly List<int> offsets = [];

        public int Length => content.Length;

        public void Append(ReadOnlySpan<char> piece, int offset)
        {
            content.Append(piece);
            for (var i = 0; i < piece.Length; i++) offsets.Add(offset + i);
        }

        public MappedText Build(int end) => new(content.ToString(), [.. offsets, offsets.Count > 0 ? offsets[^1] + 1 : end]);
    }
}
