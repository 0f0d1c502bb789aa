namespace StaticReadiness.Reporting.Console;

/// <summary>A text writer that knows colour, width and drawing characters, and lets nothing unsafe through.</summary>
public sealed class StyledWriter(TextWriter output, bool colour, int width, Glyphs glyphs)
{
    public int Width { get; } = Math.Max(40, width);

    public Glyphs Glyphs { get; } = glyphs;

    public void Write(string text, TextStyle style = TextStyle.Plain)
    {
        var safe = SafeText.Of(text);
        if (!colour || style == TextStyle.Plain || safe.Length == 0)
        {
            output.Write(safe);
            return;
        }

        output.Write(AnsiCodes.Of(style));
        output.Write(safe);
        output.Write(AnsiCodes.Reset);
    }

    public void WriteLine(string text = "", TextStyle style = TextStyle.Plain)
    {
        Write(text, style);
        output.Write('\n');
    }

    /// <summary>Writes prose with a hanging indent, starting at the given column; names in backticks stand out.</summary>
    public void WriteProse(string text, int indent, int column, TextStyle style = TextStyle.Plain)
    {
        var first = true;
        var rest = text;
        foreach (var line in TextWrapper.Wrap(new string(' ', Math.Max(0, column - indent)) + rest, Width - indent))
        {
            if (first) WriteInline(line[Math.Min(line.Length, Math.Max(0, column - indent))..], style);
            else
            {
                output.Write(new string(' ', indent));
                WriteInline(line, style);
            }

            output.Write('\n');
            first = false;
        }
    }

    private void WriteInline(string line, TextStyle style)
    {
        var parts = line.Split('`');
        for (var i = 0; i < parts.Length; i++)
        {
            var isName = i % 2 == 1 && i < parts.Length - 1;
            if (isName) Write($"`{parts[i]}`", style == TextStyle.Dim ? TextStyle.Dim : TextStyle.Bold);
            else Write(i > 0 && i % 2 == 1 ? "`" + parts[i] : parts[i], style);
        }
    }
}
