namespace StaticReadiness.Reporting.Console;

/// <summary>Breaks text between words.</summary>
public static class TextWrapper
{
    /// <summary>The lines of a text, each at most <paramref name="width"/> cells wide unless a single word is wider.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var start = 0;
        var lastSpace = -1;
        var cells = 0;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == ' ' && position > start) lastSpace = position;
            cells += CharacterWidth.Of(rune);
            position += rune.Utf16SequenceLength;
            if (cells <= width || lastSpace < 0) continue;
            yield return text[start..lastSpace];
            start = lastSpace + 1;
            lastSpace = -1;
            cells = CharacterWidth.Of(text.AsSpan(start, position - start));
        }

        if (start < text.Length || start == 0) yield return text[start..];
    }
}
