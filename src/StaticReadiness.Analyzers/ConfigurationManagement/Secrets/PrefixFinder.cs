namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Finds where one of many prefixes starts a word; one look at two letters passes nearly all places over.</summary>
internal sealed class PrefixFinder
{
    private const int Ascii = 128;

    private readonly bool[] pairs = new bool[Ascii * Ascii];

    private readonly string[] prefixes;

    /// <summary>Makes a search for some prefixes.</summary>
    /// <param name="prefixes">Of two ASCII characters at least.</param>
    public PrefixFinder(IEnumerable<string> prefixes)
    {
        this.prefixes = [.. prefixes];
        foreach (var prefix in this.prefixes) pairs[(prefix[0] * Ascii) + prefix[1]] = true;
    }

    /// <summary>The next start of a prefix at or behind a position, or -1.</summary>
    public int Next(ReadOnlySpan<char> text, int position)
    {
        var known = pairs.AsSpan();
        for (var i = position; i < text.Length - 1; i++)
        {
            var pair = (text[i] * Ascii) + text[i + 1];
            if ((uint)pair < (uint)known.Length && known[pair] && StartsWord(text, i) && StartsAt(text[i..])) return i;
        }

        return -1;
    }

    private static bool StartsWord(ReadOnlySpan<char> text, int position) =>
        position == 0 || !IsWord(text[position - 1]) || !IsWord(text[position]);

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private bool StartsAt(ReadOnlySpan<char> text)
    {
        foreach (var prefix in prefixes)
            if (text.StartsWith(prefix)) return true;
        return false;
    }
}
