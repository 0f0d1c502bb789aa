using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>The known token formats, and the search for them.</summary>
internal static class SecretFormats
{
    private static readonly ImmutableArray<SecretFormat> Formats =
        [.. EmbeddedTable.Read("secret-formats.tsv").Select(row => new SecretFormat(row[0], row[1], row[2], TokenPattern.Parse(row[3]), row[4], row[5] == "error"))];

    private static readonly FrozenDictionary<char, SecretFormat[]> ByFirst = Formats.GroupBy(format => format.Prefix[0]).ToFrozenDictionary(formats => formats.Key, formats => formats.ToArray());

    private static readonly SearchValues<string> Prefixes = SearchValues.Create([.. Formats.Select(format => format.Prefix)], StringComparison.Ordinal);

    /// <summary>The tokens in a text, in order; overlapping formats give one match.</summary>
    public static IEnumerable<SecretMatch> Find(string text)
    {
        for (var position = 0; position < text.Length;)
        {
            var offset = text.AsSpan(position).IndexOfAny(Prefixes);
            if (offset < 0) yield break;
            position += offset;
            if (MatchAt(text, position) is { } match)
            {
                yield return match;
                position += match.Length;
            }
            else
            {
                position++;
            }
        }
    }

    private static SecretMatch? MatchAt(string text, int position)
    {
        if (position > 0 && IsWord(text[position - 1]) && IsWord(text[position])) return null;
        foreach (var format in ByFirst[text[position]])
        {
            if (!text.AsSpan(position).StartsWith(format.Prefix)) continue;
            var body = text.AsSpan(position + format.Prefix.Length);
            var length = format.Body.Match(body);
            if (length < 0 || (length < body.Length && IsWord(body[length]))) continue;
            // Documents shorten keys: `MIIEpAIB[...]`.
            if (format.IsPrivateKey && !body[length..].StartsWith("-----END")) continue;
            if (IsExample(body[..length]) || !TokenChecksum.Holds(format.Checksum, format.Prefix, body[..length])) continue;
            return new SecretMatch(format, position, format.Prefix.Length + length);
        }

        return null;
    }

    // The emulator of Azure's storage has one key for everybody, printed in its documentation.
    // Documentation writes tokens as AKIAIOSFODNN7EXAMPLE or sk_live_xxxxxxxx: few distinct characters, or a word that says so.
    private static bool IsExample(ReadOnlySpan<char> body) =>
        body.Contains("EXAMPLE", StringComparison.OrdinalIgnoreCase) || body.Contains("xxxx", StringComparison.OrdinalIgnoreCase)
        || body.Contains("your", StringComparison.OrdinalIgnoreCase) || body.Contains("12345678", StringComparison.Ordinal)
        || body.StartsWith("Eby8vdM02x", StringComparison.Ordinal) || body.Contains("placeholder", StringComparison.OrdinalIgnoreCase) || SecretEntropy.DistinctCharacters(body) < Math.Min(8, body.Length / 2);

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
