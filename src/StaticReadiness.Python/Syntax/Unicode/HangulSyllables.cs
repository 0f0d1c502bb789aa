namespace StaticReadiness.Python.Syntax;

/// <summary>Hangul syllables, whose names and compositions follow from their parts (The Unicode Standard, section 3.12).</summary>
internal static class HangulSyllables
{
    private const int First = 0xac00, FirstLead = 0x1100, FirstVowel = 0x1161, FirstTail = 0x11a7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28;

    private static readonly string[] Leads = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];

    private static readonly string[] Vowels =
        ["A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"];

    private static readonly string[] Tails =
        ["", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"];

    /// <summary>The syllable whose short name this is; each part is the longest that fits.</summary>
    public static int? Find(ReadOnlySpan<char> name)
    {
        var lead = Longest(name, Leads);
        if (lead < 0) return null;
        name = name[Leads[lead].Length..];
        var vowel = Longest(name, Vowels);
        if (vowel < 0) return null;
        var tail = Array.IndexOf(Tails, name[Vowels[vowel].Length..].ToString());
        return tail < 0 ? null : First + ((lead * VowelCount + vowel) * TailCount) + tail;
    }

    private static int Longest(ReadOnlySpan<char> name, string[] parts)
    {
        var best = -1;
        for (var i = 0; i < parts.Length; i++)
            if (name.StartsWith(parts[i]) && (best < 0 || parts[i].Length > parts[best].Length)) best = i;
        return best;
    }

    public static bool Contains(int code) => code is >= First and < First + LeadCount * VowelCount * TailCount;

    public static void Decompose(int code, List<int> into)
    {
        var index = code - First;
        into.Add(FirstLead + index / (VowelCount * TailCount));
        into.Add(FirstVowel + index / TailCount % VowelCount);
        if (index % TailCount != 0) into.Add(FirstTail + index % TailCount);
    }

    /// <summary>The syllable two characters compose to, or -1.</summary>
    public static int Compose(int first, int second)
    {
        if (first is >= FirstLead and < FirstLead + LeadCount && second is >= FirstVowel and < FirstVowel + VowelCount)
            return First + ((first - FirstLead) * VowelCount + second - FirstVowel) * TailCount;
        if (Contains(first) && (first - First) % TailCount == 0 && second is > FirstTail and < FirstTail + TailCount)
            return first + second - FirstTail;
        return -1;
    }
}
