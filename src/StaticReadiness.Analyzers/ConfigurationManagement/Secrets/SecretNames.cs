using System.Buffers;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Judges by its last words whether a name is that of a secret.</summary>
internal static class SecretNames
{
    private static readonly Dictionary<string, SecretKind> Kinds = EmbeddedTable.Read("secret-names.tsv")
        .ToDictionary(row => row[0], row => Enum.Parse<SecretKind>(row[1], ignoreCase: true), StringComparer.Ordinal);

    // most names hold none of these: they need not be split
    private static readonly SearchValues<string> LastWords = SearchValues.Create([.. Kinds.Keys.Select(words => words[(words.LastIndexOf(' ') + 1)..]).Distinct()], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Tails = ["default", "value", "prod", "production", "dev", "development", "live", "old", "new", "staging", "local", "backup", "str", "raw", "plain", "text", "literal"];

    public static SecretKind KindOf(string name)
    {
        if (name.Length is < 3 or > 80 || !name.AsSpan().ContainsAny(LastWords)) return SecretKind.None;
        var words = IdentifierWords.Split(name);
        var end = words.Count;
        while (end > 1 && (Tails.Contains(words[end - 1]) || IsNumber(words[end - 1]))) end--;
        for (var length = Math.Min(3, end); length > 0; length--)
        {
            var tail = string.Join(' ', words.GetRange(end - length, length));
            if (Kinds.TryGetValue(tail, out var kind)) return kind;
        }

        return SecretKind.None;
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);
}
