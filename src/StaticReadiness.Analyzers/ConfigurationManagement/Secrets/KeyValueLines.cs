using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Reads <c>key = value</c> and <c>key: value</c> pairs line by line, which .env, YAML, TOML, INI, JSON and compose files have in common.</summary>
internal static class KeyValueLines
{
    private static readonly string[] Prefixes = ["export ", "ENV ", "ARG ", "- ", "set "];

    public static IEnumerable<SecretCandidate> Read(SourceText text)
    {
        var announced = "";
        for (var line = 0; line < text.LineCount; line++)
        {
            if (ReadLine(text, text.GetLineSpan(line)) is not { } pair) continue;
            // Kubernetes and compose write `- name: DB_PASSWORD` and the value on the next line.
            if (pair.Name == "name") announced = pair.Value;
            foreach (var further in FurtherOf(text, text.GetLineSpan(line), pair)) yield return further;
            yield return pair.Name == "value" && announced.Length > 0 ? pair with { Name = announced } : pair;
        }
    }

    // `ENV A=1 B=2` sets several variables.
    private static IEnumerable<SecretCandidate> FurtherOf(SourceText text, TextSpan line, SecretCandidate first)
    {
        if (!text.Slice(line).TrimStart().StartsWith("ENV ") || !first.Value.Contains('=')) yield break;
        for (var at = text.Content.IndexOf(' ', first.Span.Start, line.End - first.Span.Start); at >= 0 && at < line.End; at = text.Content.IndexOf(' ', at + 1, line.End - at - 1))
            if (ReadLine(text, TextSpan.FromBounds(at, line.End)) is { } next)
                yield return next.Value.IndexOf(' ') is > 0 and var end ? next with { Value = next.Value[..end], Span = TextSpan.FromBounds(next.Span.Start, next.Span.Start + end) } : next;
    }

    private static SecretCandidate? ReadLine(SourceText text, TextSpan line)
    {
        var content = text.Content;
        var start = SkipBlanks(content, line.Start, line.End);
        if (start == line.End || content[start] is '#' or ';' or '/') return null;
        foreach (var prefix in Prefixes)
            if (content.AsSpan(start, line.End - start).StartsWith(prefix, StringComparison.Ordinal)) start = SkipBlanks(content, start + prefix.Length, line.End);
        var quoted = start < line.End && content[start] is '"' or '\'' ? 1 : 0;
        var keyStart = start + quoted;
        var keyEnd = keyStart;
        while (keyEnd < line.End && (char.IsLetterOrDigit(content[keyEnd]) || content[keyEnd] is '_' or '-' or '.')) keyEnd++;
        if (keyEnd == keyStart) return null;
        var separator = SkipBlanks(content, Math.Min(keyEnd + quoted, line.End), line.End);
        if (separator >= line.End || content[separator] is not ('=' or ':')) return null;
        var value = ValueSpan(content, SkipBlanks(content, separator + 1, line.End), line.End);
        return new SecretCandidate(content[keyStart..keyEnd], text.ToString(value), value);
    }

    private static TextSpan ValueSpan(string content, int start, int end)
    {
        if (start < end && content[start] is '"' or '\'')
        {
            var close = content.IndexOf(content[start], start + 1, end - start - 1);
            return TextSpan.FromBounds(start + 1, close < 0 ? end : close);
        }

        var comment = content.IndexOf(" #", start, end - start, StringComparison.Ordinal);
        if (comment >= 0) end = comment;
        while (end > start && (char.IsWhiteSpace(content[end - 1]) || content[end - 1] is ',' or ';')) end--;
        return TextSpan.FromBounds(start, end);
    }

    private static int SkipBlanks(string content, int position, int end)
    {
        while (position < end && content[position] is ' ' or '\t') position++;
        return position;
    }
}
