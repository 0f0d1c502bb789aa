namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Which classes of characters a text is made of.</summary>
/// <param name="Transitions">How often neighbours differ in class, with a change of case counted only from lower to upper.</param>
internal readonly record struct CharacterShape(int Upper, int Lower, int Digits, int Symbols, bool IsHexadecimal, int Transitions)
{
    public int Letters => Upper + Lower;

    public int Classes => (Upper > 0 ? 1 : 0) + (Lower > 0 ? 1 : 0) + (Digits > 0 ? 1 : 0) + (Symbols > 0 ? 1 : 0);

    public int AlphabetSize => IsHexadecimal ? 16
        : (Upper > 0 ? 26 : 0) + (Lower > 0 ? 26 : 0) + (Digits > 0 ? 10 : 0) + (Symbols > 0 ? 8 : 0);

    public static CharacterShape Of(ReadOnlySpan<char> text)
    {
        int upper = 0, lower = 0, digits = 0, symbols = 0, transitions = 0, previous = -1;
        var hexadecimal = text.Length > 0;
        foreach (var c in text)
        {
            var kind = char.IsAsciiLetterUpper(c) ? 0 : char.IsAsciiLetterLower(c) ? 1 : char.IsAsciiDigit(c) ? 2 : 3;
            if (kind == 0) upper++;
            else if (kind == 1) lower++;
            else if (kind == 2) digits++;
            else symbols++;
            if (previous >= 0 && kind != previous && !(previous == 0 && kind == 1)) transitions++;
            previous = kind;
            hexadecimal &= char.IsAsciiHexDigit(c);
        }

        return new CharacterShape(upper, lower, digits, symbols, hexadecimal && (upper == 0 || lower == 0), transitions);
    }
}
