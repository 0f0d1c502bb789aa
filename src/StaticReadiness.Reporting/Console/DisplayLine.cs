using System.Text;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Reporting.Console;

/// <summary>A source line as a terminal shows it: tabs expanded, secrets masked, with the cell at which each offset begins.</summary>
internal sealed class DisplayLine
{
    private const int TabWidth = 4;
    // Nothing further from the culprit can be in view, so a line of megabytes costs no more than this.
    private const int Reach = 2000;

    private readonly List<(int Offset, int Cell, string Text, int Width)> pieces = [];
    private readonly bool startsCut;
    private readonly bool endsCut;

    public DisplayLine(SourceText text, TextSpan line, TextSpan focus, Secrets secrets, string path)
    {
        var from = Math.Max(line.Start, Math.Min(focus.Start, line.End) - Reach);
        var to = Math.Min(line.End, Math.Max(focus.Start, line.Start) + Reach);
        if (from > line.Start && char.IsLowSurrogate(text[from])) from--;
        startsCut = from > line.Start;
        endsCut = to < line.End;
        Build(text, from, to, secrets, path);
    }

    public int Width { get; private set; }

    /// <summary>The cell at which the character at the offset begins; for the end of the line, the cell behind it.</summary>
    public int CellOf(int offset)
    {
        foreach (var piece in pieces)
            if (piece.Offset >= offset) return piece.Cell;
        return Width;
    }

    public int FirstInk()
    {
        foreach (var piece in pieces)
            if (!string.IsNullOrWhiteSpace(piece.Text)) return piece.Cell;
        return Width;
    }

    /// <summary>The part of the line between two cells, with an ellipsis where something is cut off.</summary>
    public string Cut(int from, int to, string ellipsis)
    {
        var result = new StringBuilder();
        var cell = from;
        var dots = ellipsis.Length;
        var cutLeft = startsCut || from > 0;
        var cutRight = endsCut || to < Width;
        if (cutLeft)
        {
            result.Append(ellipsis);
            cell = from + dots;
        }

        foreach (var piece in pieces)
        {
            if (piece.Cell < (cutLeft ? from + dots : from)) continue;
            if (piece.Cell + piece.Width > (cutRight ? to - dots : to)) break;
            result.Append(' ', piece.Cell - cell).Append(piece.Text);
            cell = piece.Cell + piece.Width;
        }

        if (cutRight) result.Append(ellipsis);
        return result.ToString();
    }

    private void Build(SourceText text, int from, int to, Secrets secrets, string path)
    {
        var offset = from;
        while (offset < to)
        {
            if (secrets.Overlapping(path, new TextSpan(offset, 1)) is { } secret)
            {
                Append(offset, Secrets.Mask);
                offset = Math.Min(to, secret.End);
                continue;
            }

            var status = Rune.DecodeFromUtf16(text.Content.AsSpan(offset, to - offset), out var rune, out var consumed);
            if (status != System.Buffers.OperationStatus.Done) rune = Rune.ReplacementChar;
            Append(offset, rune.Value == '\t' ? new string(' ', TabWidth - (Width % TabWidth)) : SafeText.Of(rune));
            offset += Math.Max(1, consumed);
        }
    }

    private void Append(int offset, string shown)
    {
        var width = CharacterWidth.Of(shown);
        if (width == 0 && pieces.Count > 0)
        {
            var last = pieces[^1];
            pieces[^1] = last with { Text = last.Text + shown };
            return;
        }

        pieces.Add((offset, Width, shown, width));
        Width += width;
    }
}
