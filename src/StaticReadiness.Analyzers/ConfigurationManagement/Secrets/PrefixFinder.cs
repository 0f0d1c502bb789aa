namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Finds where one of many prefixes starts a word; one look at three letters passes nearly all words over.</summary>
internal sealed class PrefixFinder
{
    private const int Slots = 1 << 12;

    private readonly bool[] starts = new bool[Slots];

    private readonly bool[] isWord = new bool[128];

    private readonly string[] prefixes;

    /// <param name="prefixes">Of three ASCII characters at least, and of nothing but ASCII.</param>
    public PrefixFinder(IEnumerable<string> prefixes)
    {
        this.prefixes = [.. prefixes];
        foreach (var prefix in this.prefixes) starts[SlotOf(prefix[0], prefix[1], prefix[2])] = true;
        for (var c = '\0'; c < isWord.Length; c++) isWord[c] = char.IsAsciiLetterOrDigit(c) || c == '_';
    }

    /// <summary>The next start of a prefix at or behind a position, or -1.</summary>
    /// <param name="isSource">Whether the text is Python's source, where the letter of an escape (<c>\n</c>) is no part of the word behind it.</param>
    public int Next(ReadOnlySpan<char> text, int position, bool isSource)
    {
        var isInside = position > 0 && IsWord(text[position - 1]);
        for (var i = position; i < text.Length - 2; i++)
        {
            var c = text[i];
            var isWordNow = IsWord(c);
            if ((!isInside || !isWordNow || (isSource && i > 1 && text[i - 2] == '\\')) && starts[SlotOf(c, text[i + 1], text[i + 2])] && StartsAt(text[i..])) return i;
            isInside = isWordNow;
        }

        return -1;
    }

    private static int SlotOf(char first, char second, char third) => ((first * 961) ^ (second * 31) ^ third) & (Slots - 1);

    private bool IsWord(char c) => c < isWord.Length && isWord[c];

    private bool StartsAt(ReadOnlySpan<char> text)
    {
        foreach (var prefix in prefixes)
            if (text.StartsWith(prefix)) return true;
        return false;
    }
}
