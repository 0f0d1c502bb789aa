using System.Collections.Immutable;
using System.Text;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>A .env text: <c>KEY=value</c> lines with optional <c>export</c>, quotes (which may span lines) and comments; variables in values are left as written.</summary>
public sealed class DotenvText
{
    private readonly SourceText text;
    private readonly List<ConfigurationError> errors = [];
    private int position;

    private DotenvText(SourceText text) => this.text = text;

    /// <summary>The keys in order; a key without <c>=</c> has a null value, the last of two equal keys wins.</summary>
    public ConfigurationMapping Root { get; } = new(default);

    public ImmutableArray<ConfigurationError> Errors { get; private set; } = [];

    public static DotenvText Parse(SourceText text)
    {
        var reader = new DotenvText(text);
        while (reader.position < text.Length) reader.ReadBinding();
        reader.Errors = [.. reader.errors];
        return reader;
    }

    private char Current => position < text.Length ? text[position] : '\n';

    private void ReadBinding()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        if (position == text.Length) return;
        if (Current == '#')
        {
            SkipLine();
            return;
        }

        SkipExport();
        var start = position;
        while (Current is not ('=' or '#' or '\n' or '\r') && !char.IsWhiteSpace(Current)) position++;
        var key = TextSpan.FromBounds(start, position);
        SkipBlanks();
        if (key.IsEmpty || Current is not ('=' or '\n' or '\r' or '#'))
        {
            errors.Add(new ConfigurationError("a line has the form KEY=value", LineFrom(start)));
            SkipLine();
            return;
        }

        var value = Current == '=' ? ReadValue() : ConfigurationScalar.Null(new TextSpan(position, 0));
        if (value is not null) Root.Replace(text.ToString(key).Trim('\''), key, value);
        SkipLine();
    }

    private void SkipExport()
    {
        if (string.CompareOrdinal(text.Content, position, "export", 0, 6) != 0 || position + 6 >= text.Length || text[position + 6] is not (' ' or '\t')) return;
        position += 6;
        SkipBlanks();
    }

    private ConfigurationScalar? ReadValue()
    {
        position++;
        SkipBlanks();
        if (Current is '"' or '\'') return ReadQuoted(Current);
        var start = position;
        while (Current is not ('\n' or '\r') && !(Current == '#' && position > start && char.IsWhiteSpace(text[position - 1]))) position++;
        var end = position;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        var span = TextSpan.FromBounds(start, end);
        return ConfigurationScalar.FromString(text.ToString(span), span);
    }

    private ConfigurationScalar? ReadQuoted(char quote)
    {
        var start = position++;
        var value = new StringBuilder();
        while (position < text.Length && text[position] != quote)
        {
            var c = text[position++];
            if (c == '\\' && position < text.Length) AppendEscape(value, text[position++], quote);
            else value.Append(c);
        }

        if (position == text.Length)
        {
            errors.Add(new ConfigurationError("the quoted value is never closed", LineFrom(start)));
            position = LineFrom(start).End;
            return null;
        }

        position++;
        return ConfigurationScalar.FromString(value.ToString(), TextSpan.FromBounds(start, position));
    }

    private static void AppendEscape(StringBuilder value, char c, char quote)
    {
        var decoded = quote == '"' ? "abfnrtv".IndexOf(c) : -1;
        if (decoded >= 0) value.Append("\a\b\f\n\r\t\v"[decoded]);
        else if (c == quote || c == '\\') value.Append(c);
        else value.Append('\\').Append(c);
    }

    private TextSpan LineFrom(int start) => TextSpan.FromBounds(start, Math.Max(start, text.GetLineSpan(text.GetLineIndex(start)).End));

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t') position++;
    }

    private void SkipLine()
    {
        while (position < text.Length && text[position] is not ('\n' or '\r')) position++;
    }
}
