using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>The known token formats, and the search for them.</summary>
internal static class SecretFormats
{
    private static readonly ImmutableArray<SecretFormat> Formats =
        [.. EmbeddedTable.Read("secret-formats.tsv").Select(row => new SecretFormat(row[0], row[1], row[2], TokenPattern.Parse(row[3]), row[4], Enum.Parse<DiagnosticSeverity>(row[5], ignoreCase: true), row[7] == "always"))];

    private static readonly FrozenDictionary<char, SecretFormat[]> ByFirst = Formats.GroupBy(format => format.Prefix[0]).ToFrozenDictionary(formats => formats.Key, formats => formats.ToArray());

    private static readonly PrefixFinder Prefixes = new(Formats.Select(format => format.Prefix));

    /// <summary>The tokens in a text, in order; overlapping formats give one match.</summary>
    public static IEnumerable<SecretMatch> Find(string text) => GeneratedRuns.AreIn(text) ? Search(text) : [];

    private static IEnumerable<SecretMatch> Search(string text)
    {
        for (var position = Prefixes.Next(text, 0); position >= 0; position = Prefixes.Next(text, position))
        {
            if (MatchAt(text, position) is { } match)
            {
                yield return match;
                position = match.Start + match.Length;
            }
            else
            {
                position++;
            }
        }
    }

    private static SecretMatch? MatchAt(string text, int position)
    {
        foreach (var format in ByFirst[text[position]])
        {
            if (!text.AsSpan(position).StartsWith(format.Prefix)) continue;
            var body = text.AsSpan(position + format.Prefix.Length);
            var length = format.Body.Match(body);
            if (length < 0 || (length < body.Length && IsWord(body[length]))) continue;
            // Documents shorten keys: `MIIEpAIB[...]`.
            if (format.IsPrivateKey && !body[length..].StartsWith("-----END")) continue;
            if (IsExample(body[..length]) || !TokenChecksum.Holds(format.Checksum, format.Prefix, body[..length])) continue;
            var lead = format.Checksum == "digits-before" ? TokenChecksum.DigitsBefore(text.AsSpan(0, position)) : 0;
            if (lead < 0 || PublishedCredentials.Contains(text.AsSpan(position, format.Prefix.Length + length))) continue;
            return new SecretMatch(format, position - lead, lead + format.Prefix.Length + length);
        }

        return null;
    }

    // Documentation writes tokens as AKIAIOSFODNN7EXAMPLE or sk_live_xxxxxxxx: few distinct characters, or a word that says so.
    private static bool IsExample(ReadOnlySpan<char> body) =>
        body.Contains("EXAMPLE", StringComparison.OrdinalIgnoreCase) || body.Contains("xxxx", StringComparison.OrdinalIgnoreCase)
        || body.Contains("your", StringComparison.OrdinalIgnoreCase) || body.Contains("12345678", StringComparison.Ordinal)
        || body.Contains("abcdefgh", StringComparison.OrdinalIgnoreCase) || body.Contains("placeholder", StringComparison.OrdinalIgnoreCase) || SecretEntropy.DistinctCharacters(body) < Math.Min(8, body.Length / 2);

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
