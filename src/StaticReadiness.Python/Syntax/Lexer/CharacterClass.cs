namespace StaticReadiness.Python.Syntax;

/// <summary>What a character below 0x80 can start or continue.</summary>
internal static class CharacterClass
{
    public const byte Other = 0, Space = 1, LineEnd = 2, Quote = 3, Letter = 4, Digit = 5;

    public static readonly byte[] Of = Build();

    public static bool IsNameClass(byte characterClass) => characterClass >= Letter;

    public static bool IsNamePart(char c) => c >= 0x80 || Of[c] is Letter or Digit;

    private static byte[] Build()
    {
        var table = new byte[128];
        for (var c = 'a'; c <= 'z'; c++) table[c] = table[c - 32] = Letter;
        for (var c = '0'; c <= '9'; c++) table[c] = Digit;
        table['_'] = Letter;
        table[' '] = table['\t'] = table['\f'] = Space;
        table['\n'] = table['\r'] = LineEnd;
        table['"'] = table['\''] = Quote;
        return table;
    }
}
