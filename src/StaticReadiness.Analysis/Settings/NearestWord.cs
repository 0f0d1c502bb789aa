namespace StaticReadiness.Analysis.Settings;

/// <summary>Finds the word a user probably meant.</summary>
public static class NearestWord
{
    /// <summary>The candidate with the fewest edits from the word, or null when none is near.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        var (best, distance) = candidates
            .Select(candidate => (candidate, Distance(word, candidate)))
            .OrderBy(pair => pair.Item2)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault(("", int.MaxValue));
        return distance <= Math.Max(2, word.Length / 3) ? best : null;
    }

    /// <summary>The tail of an error message: what to write instead.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates) =>
        Find(word, candidates) is { } nearest ? $"; did you mean `{nearest}`?" : "";

    /// <summary>What to write instead of a word that is none of a few, which are told when none is near.</summary>
    public static string SuggestOneOf(string word, IReadOnlyCollection<string> candidates) =>
        Find(word, candidates) is { } nearest ? $"; did you mean `{nearest}`?" : $"; there is {string.Join(", ", candidates.Order(StringComparer.Ordinal).Select(candidate => $"`{candidate}`"))}";

    /// <summary>What to write instead of a word that names no rule.</summary>
    public static string SuggestRule(string word, IEnumerable<string> candidates) =>
        Find(word, candidates) is { } nearest ? $"; did you mean `{nearest}`?" : "; `static-readiness rules` lists them";

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var next = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[^1];
    }
}
