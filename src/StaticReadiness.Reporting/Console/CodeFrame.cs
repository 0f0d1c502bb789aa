using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Reporting.Console;

/// <summary>A few source lines around a place, with the culprit marked below.</summary>
public static class CodeFrame
{
    private const int MarkedLines = 3;

    /// <summary>The lines of the frame, each at most <paramref name="width"/> cells wide; none for a place without text.</summary>
    /// <param name="withContext">Whether a line before and one after are shown.</param>
    public static IReadOnlyList<CodeFrameLine> Create(Location location, int width, Glyphs glyphs, Secrets secrets, bool withContext = true)
    {
        if (location.Text is not { Length: > 0 } text) return [];
        var span = Clamp(location.Span, text.Length);
        var first = text.GetLineIndex(span.Start);
        var last = span.IsEmpty ? first : text.GetLineIndex(span.End - 1);
        var lines = new List<CodeFrameLine>();

        var focus = Show(text, first, span, secrets, location.Path);
        var window = Window(focus, text, first, span, width);
        withContext &= window.From == 0;
        if (withContext) AddContext(lines, text, first - 1, secrets, location.Path, width, glyphs);
        for (var line = first; line <= Math.Min(last, first + MarkedLines - 1); line++)
            AddMarked(lines, text, line, span, secrets, location.Path, line == first ? window : (0, width), glyphs);
        if (last >= first + MarkedLines) lines.Add(new CodeFrameLine(null, glyphs.Ellipsis, IsMark: false));
        else if (withContext) AddContext(lines, text, last + 1, secrets, location.Path, width, glyphs);
        return lines;
    }

    private static TextSpan Clamp(TextSpan span, int length)
    {
        var start = Math.Clamp(span.Start, 0, length);
        return TextSpan.FromBounds(start, Math.Clamp(span.End, start, length));
    }

    private static DisplayLine Show(SourceText text, int line, TextSpan focus, Secrets secrets, string path) =>
        new(text, text.GetLineSpan(line), focus, secrets, path);

    private static (int From, int To) Window(DisplayLine line, SourceText text, int index, TextSpan span, int width)
    {
        if (line.Width <= width) return (0, width);
        var start = line.CellOf(span.Start);
        var end = line.CellOf(Math.Min(span.End, text.GetLineSpan(index).End));
        if (end <= width - 4) return (0, width);
        var lead = Math.Max(width / 5, Math.Min(width / 2, (width - (end - start)) / 2));
        var from = Math.Max(0, Math.Min(start - lead, line.Width - width));
        return (from, from + width);
    }

    private static void AddContext(List<CodeFrameLine> lines, SourceText text, int line, Secrets secrets, string path, int width, Glyphs glyphs)
    {
        if (line < 0 || line >= text.LineCount) return;
        var span = text.GetLineSpan(line);
        var shown = Show(text, line, new TextSpan(span.Start, 0), secrets, path).Cut(0, width, glyphs.Ellipsis);
        if (!string.IsNullOrWhiteSpace(shown)) lines.Add(new CodeFrameLine(line + 1, shown.TrimEnd(), IsMark: false));
    }

    private static void AddMarked(
        List<CodeFrameLine> lines, SourceText text, int line, TextSpan span, Secrets secrets, string path, (int From, int To) window, Glyphs glyphs)
    {
        var bounds = text.GetLineSpan(line);
        var shown = Show(text, line, span, secrets, path);
        lines.Add(new CodeFrameLine(line + 1, shown.Cut(window.From, window.To, glyphs.Ellipsis).TrimEnd(), IsMark: false));

        var from = span.Start > bounds.Start ? shown.CellOf(span.Start) : shown.FirstInk();
        var to = shown.CellOf(Math.Min(span.End, bounds.End));
        from = Math.Clamp(from, window.From, window.To - 1) - window.From;
        to = Math.Clamp(to, window.From, window.To) - window.From;
        var marks = string.Concat(Enumerable.Repeat(glyphs.Underline, Math.Max(1, to - from)));
        lines.Add(new CodeFrameLine(null, new string(' ', from) + marks, IsMark: true));
    }
}
