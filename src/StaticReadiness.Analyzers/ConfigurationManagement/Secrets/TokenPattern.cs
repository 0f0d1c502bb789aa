using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>The shape of a token behind its prefix: character classes with counts, and literals between them.</summary>
internal sealed class TokenPattern
{
    private const string Digits = "0123456789";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";

    private static readonly Dictionary<string, SearchValues<char>> Classes = new()
    {
        ["digit"] = SearchValues.Create(Digits),
        ["hex"] = SearchValues.Create(Digits + "abcdef"),
        ["hexany"] = SearchValues.Create(Digits + "abcdefABCDEF"),
        ["base32"] = SearchValues.Create(Upper + "234567"),
        ["upper"] = SearchValues.Create(Upper + Digits),
        ["base62"] = SearchValues.Create(Upper + Lower + Digits),
        ["word"] = SearchValues.Create(Upper + Lower + Digits + "_-"),
        ["base64"] = SearchValues.Create(Upper + Lower + Digits + "+/=_-"),
        ["pem"] = SearchValues.Create(Upper + Lower + Digits + "+/=\r\n \\\"'"),
    };

    private readonly ImmutableArray<Part> parts;

    private TokenPattern(ImmutableArray<Part> parts) => this.parts = parts;

    /// <summary>Reads a pattern such as <c>base62{22} '_' base62{59}</c>.</summary>
    public static TokenPattern Parse(string pattern) =>
        new([.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParsePart)]);

    /// <summary>The number of characters the pattern matches at the start of the text, or -1.</summary>
    public int Match(ReadOnlySpan<char> text)
    {
        var position = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            var rest = text[position..];
            if (part.Literal is { } literal)
            {
                if (!rest.StartsWith(literal)) return -1;
                position += literal.Length;
                continue;
            }

            var length = rest.IndexOfAnyExcept(part.Class!);
            if (length < 0) length = rest.Length;
            if (length < part.Minimum) return -1;
            if (length > part.Maximum)
            {
                if (i == parts.Length - 1) return -1;
                length = part.Maximum;
            }

            position += length;
        }

        return position;
    }

    private static Part ParsePart(string text)
    {
        if (text[0] == '\'') return new Part(null, 0, 0, text.Trim('\''));
        var brace = text.IndexOf('{');
        var counts = text[(brace + 1)..^1].Split(',');
        var minimum = int.Parse(counts[0], CultureInfo.InvariantCulture);
        var maximum = counts.Length == 1 ? minimum : counts[1].Length == 0 ? int.MaxValue : int.Parse(counts[1], CultureInfo.InvariantCulture);
        return new Part(Classes[text[..brace]], minimum, maximum, null);
    }

    private readonly record struct Part(SearchValues<char>? Class, int Minimum, int Maximum, string? Literal);
}
