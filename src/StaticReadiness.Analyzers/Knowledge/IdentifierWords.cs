namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Splits an identifier or key into its lower-case words: <c>DB_Password</c>, <c>dbPassword</c> and <c>db-password</c> are all <c>db password</c>.</summary>
internal static class IdentifierWords
{
    public static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var atEnd = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (!atEnd && !StartsWord(name, start, i)) continue;
            if (i > start) words.Add(name[start..i].ToLowerInvariant());
            start = atEnd ? i + 1 : i;
        }

        return words;
    }

    // A capital starts a word after a small letter (dbPassword) and before one when it ends a run of capitals (APIKey).
    private static bool StartsWord(string name, int start, int i) =>
        i > start && char.IsUpper(name[i])
        && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
