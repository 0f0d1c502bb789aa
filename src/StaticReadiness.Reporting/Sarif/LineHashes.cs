using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Reporting.Sarif;

/// <summary>A fingerprint of the line a result stands on, for services that track results by line: stable when lines move or are indented anew.</summary>
internal sealed class LineHashes(Secrets secrets)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The hash and its ordinal among equal lines of the same rule and file; null for a place without text.</summary>
    public string? Of(string ruleId, Location location)
    {
        if (location.Text is not { } text) return null;
        var line = text.GetLineSpan(text.GetLineIndex(Math.Clamp(location.Span.Start, 0, text.Length)));
        var normal = new StringBuilder(line.Length);
        for (var i = line.Start; i < line.End; i++)
        {
            if (secrets.Overlapping(location.Path, new Python.Text.TextSpan(i, 1)) is { } secret) i = secret.End - 1;
            else if (!char.IsWhiteSpace(text[i])) normal.Append(text[i]);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normal.ToString())).AsSpan(0, 8));
        var key = $"{ruleId}|{location.Path}|{hash}";
        var ordinal = seen[key] = seen.GetValueOrDefault(key) + 1;
        return $"{hash}:{ordinal.ToString(CultureInfo.InvariantCulture)}";
    }
}
