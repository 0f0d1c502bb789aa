using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal sealed partial class Lexer
{
    private void ScanNumber()
    {
        var start = pos;
        var end = text[pos] == '0' && (At(pos + 1) | 0x20) is 'x' or 'o' or 'b' ? ScanRadix(start) : ScanDecimal(start);
        if (end < 0) return;
        tokens.Add(NUMBER, start, end);
        pos = end;
        if (At(end) < 0x80 && CharacterClass.IsNamePart(At(end)) && !KeywordFollows(end)) InvalidSuffix(start, end);
    }

    private int ScanRadix(int start)
    {
        var (radix, kind) = (At(start + 1) | 0x20) switch { 'x' => (16, "hexadecimal"), 'o' => (8, "octal"), _ => (2, "binary") };
        var i = start + 2;
        while (true)
        {
            if (At(i) == '_') i++;
            if (!IsDigit(At(i), radix))
            {
                if (At(i) is >= '0' and <= '9') NumberError($"invalid digit '{At(i)}' in {kind} literal", start, i);
                else NumberError($"invalid {kind} literal", start, i);
                return -1;
            }

            while (IsDigit(At(i), radix)) i++;
            if (At(i) == '_') continue;
            if (At(i) is >= '0' and <= '9')
            {
                NumberError($"invalid digit '{At(i)}' in {kind} literal", start, i);
                return -1;
            }

            return i;
        }
    }

    private static bool IsDigit(char c, int radix) => radix == 16 ? char.IsAsciiHexDigit(c) : c >= '0' && c < '0' + radix;

    private int ScanDecimal(int start)
    {
        var i = start;
        var isInteger = true;
        if (text[i] != '.' && (i = Digits(start, i)) < 0) return -1;
        if (At(i) == '.')
        {
            isInteger = false;
            i++;
            if (At(i) is >= '0' and <= '9' && (i = Digits(start, i)) < 0) return -1;
        }

        if ((At(i) | 0x20) == 'e' && (At(i + 1) is >= '0' and <= '9' || (At(i + 1) is '+' or '-' && At(i + 2) is >= '0' and <= '9')))
        {
            isInteger = false;
            if ((i = Digits(start, At(i + 1) is '+' or '-' ? i + 2 : i + 1)) < 0) return -1;
        }

        if ((At(i) | 0x20) == 'j') return i + 1;
        if (isInteger && text[start] == '0' && HasNonZero(start, i))
        {
            NumberError("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", start, i);
            return -1;
        }

        return i;
    }

    private int Digits(int start, int i)
    {
        while (true)
        {
            while (At(i) is >= '0' and <= '9') i++;
            if (At(i) != '_') return i;
            if (At(i + 1) is not (>= '0' and <= '9'))
            {
                NumberError("invalid decimal literal", start, i);
                return -1;
            }

            i++;
        }
    }

    private bool HasNonZero(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (text[i] is not ('0' or '_')) return true;
        return false;
    }

    /// <summary>CPython still reads `1if x else y` and its like, with a warning.</summary>
    private bool KeywordFollows(int at)
    {
        var end = at;
        while (CharacterClass.IsNamePart(At(end))) end++;
        return text.AsSpan(at, end - at) is "and" or "else" or "for" or "if" or "in" or "is" or "not" or "or";
    }

    private void InvalidSuffix(int start, int end)
    {
        var kind = (At(start + 1) | 0x20) switch { 'x' => "hexadecimal", 'o' => "octal", 'b' => "binary", _ => "decimal" };
        if (text[start] != '0') kind = "decimal";
        if ((text[end - 1] | 0x20) == 'j' && kind == "decimal") kind = "imaginary";
        NumberError($"invalid {kind} literal", start, end);
    }

    private void NumberError(string message, int start, int at)
    {
        var end = at;
        while (CharacterClass.IsNamePart(At(end))) end++;
        ErrorToken(message, start, Math.Max(end, start + 1));
    }
}
