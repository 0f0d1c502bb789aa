using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Reads names and the quoted literals behind them wherever they stand in a line: JSON on one line, and the code of notebooks, which JSON quotes once more.</summary>
internal static class QuotedPairs
{
    /// <summary>The pairs in order of the text.</summary>
    /// <param name="isNotebook">Whether the literals are those of code inside JSON strings: <c>\"…\"</c> and <c>'…'</c>.</param>
    public static IEnumerable<SecretCandidate> Read(SourceText text, bool isNotebook)
    {
        var content = text.Content;
        for (var position = 0; position < content.Length; position++)
        {
            if (QuoteAt(content, position, isNotebook) is not { } quote) continue;
            var start = position + quote.Length;
            var end = EndOf(content, start, quote);
            if (end < 0) continue;
            if (NameBefore(content, position) is { } name) yield return new SecretCandidate(name, content[start..end], TextSpan.FromBounds(start, end));
            position = end + quote.Length - 1;
        }
    }

    private static string? QuoteAt(string content, int position, bool isNotebook) => content[position] switch
    {
        '"' when !isNotebook => "\"",
        '\'' when isNotebook => "'",
        '\\' when isNotebook && position + 1 < content.Length && content[position + 1] == '"' => "\\\"",
        _ => null,
    };

    // A literal ends on its own line; behind a backslash a quote is part of it.
    private static int EndOf(string content, int start, string quote)
    {
        for (var end = start; end < content.Length && content[end] != '\n'; end++)
        {
            if (string.CompareOrdinal(content, end, quote, 0, quote.Length) == 0) return end;
            if (content[end] == '\\' && quote == "\"") end++;
        }

        return -1;
    }

    private static string? NameBefore(string content, int quote)
    {
        var position = SkipBlanksBack(content, quote - 1);
        if (position < 0 || content[position] is not ('=' or ':')) return null;
        position = SkipBlanksBack(content, position - 1);
        while (position >= 0 && content[position] is '"' or '\'' or '\\' or ']') position--;
        var end = position + 1;
        while (position >= 0 && (char.IsAsciiLetterOrDigit(content[position]) || content[position] is '_' or '-')) position--;
        return end - position > 1 ? content[(position + 1)..end] : null;
    }

    private static int SkipBlanksBack(string content, int position)
    {
        while (position >= 0 && content[position] is ' ' or '\t') position--;
        return position;
    }
}
