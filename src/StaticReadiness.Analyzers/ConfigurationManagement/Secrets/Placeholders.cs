using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Recognises values that only stand for a secret: placeholders, references to variables and vaults, hashes, public keys.</summary>
internal static class Placeholders
{
    private static readonly ILookup<string, string> Table = EmbeddedTable.Read("placeholders.tsv").ToLookup(row => row[1], row => row[0]);

    private static readonly ImmutableArray<string> Starts = [.. Table["start"]];

    private static readonly ImmutableArray<string> Parts = [.. Table["part"]];

    private static readonly HashSet<string> Wholes = new(Table["whole"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value stands for a secret without being one.</summary>
    /// <param name="ignoresDigits">Whether digits behind a word change nothing: <c>admin123</c> is still a stand-in in a compose file, and a weak password in code.</param>
    public static bool Matches(string value, bool ignoresDigits)
    {
        foreach (var start in Starts)
            if (value.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var part in Parts)
            if (value.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        var word = value.Trim('!', '-', '_', '.', '?', '#', '@', '*');
        return Wholes.Contains(ignoresDigits ? word.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') : word)
            || Guid.TryParse(value, out _) || HasReference(value) || SecretEntropy.DistinctCharacters(value) < 4
            || IsNameOfVariable(value) || (Decode(value) is { } decoded && (Wholes.Contains(decoded) || Matches(decoded, ignoresDigits)));
    }

    // `BITWARDEN_MASTER_PASSWORD` names the variable or the vault's entry that holds the secret.
    private static bool IsNameOfVariable(string value) =>
        value.Contains('_') && value.All(c => char.IsAsciiLetterUpper(c) || c == '_' || char.IsAsciiDigit(c)) && value.Split('_').All(part => part.Length > 0 && part.Count(char.IsAsciiDigit) <= 1);

    // Kubernetes writes its secrets in Base64, the placeholders among them too.
    private static string? Decode(string value)
    {
        if (value.Length is < 8 or > 200 || value.Length % 4 != 0) return null;
        var buffer = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, buffer, out var written)) return null;
        var text = System.Text.Encoding.ASCII.GetString(buffer, 0, written);
        return !buffer.AsSpan(0, written).ContainsAnyExceptInRange((byte)' ', (byte)'~') ? text : null;
    }

    private static bool HasReference(string value) =>
        value.Contains("${") || value.Contains("$(") || value.Contains("{{") || value.Contains("%(") || (value.Contains('{') && value.Contains('}'));
}
