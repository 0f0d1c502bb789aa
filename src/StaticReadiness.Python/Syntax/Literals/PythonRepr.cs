using System.Globalization;
using System.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>Writes values as Python's <c>repr</c> does.</summary>
internal static class PythonRepr
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Appends the literal of a string given as code points (lone surrogates are theirs, pairs of them two).</summary>
    public static void AppendString(StringBuilder output, IEnumerable<int> codePoints, bool hasSingleQuote, bool hasDoubleQuote)
    {
        var quote = hasSingleQuote && !hasDoubleQuote ? '"' : '\'';
        output.Append(quote);
        foreach (var c in codePoints) AppendCodePoint(output, c, quote);
        output.Append(quote);
    }

    public static void AppendString(StringBuilder output, string value) =>
        AppendString(output, CodePoints(value), value.Contains('\''), value.Contains('"'));

    /// <summary>Appends the literal of bytes given as the characters U+0000 to U+00FF.</summary>
    public static void AppendBytes(StringBuilder output, string bytes)
    {
        var quote = bytes.Contains('\'') && !bytes.Contains('"') ? '"' : '\'';
        output.Append('b').Append(quote);
        foreach (var c in bytes)
        {
            if (c is >= (char)0x7F) AppendHex(output.Append("\\x"), c, 2);
            else AppendCodePoint(output, c, quote);
        }

        output.Append(quote);
    }

    public static void AppendInteger(StringBuilder output, string literal)
    {
        if (literal.Length < 19 && literal[0] is >= '1' and <= '9' && !literal.Contains('_')) output.Append(literal);
        else output.Append(NumberLiterals.Integer(literal).ToString(CultureInfo.InvariantCulture));
    }

    public static void AppendFloat(StringBuilder output, double value)
    {
        var text = FormatFloat(value);
        output.Append(text);
        if (text.AsSpan().IndexOfAny('.', 'e', 'i') < 0) output.Append(".0");
    }

    public static void AppendComplex(StringBuilder output, double real, double imaginary)
    {
        var hasReal = real != 0 || double.IsNegative(real);
        if (hasReal) output.Append('(').Append(FormatFloat(real)).Append(double.IsNegative(imaginary) ? "" : "+");
        output.Append(FormatFloat(imaginary)).Append(hasReal ? "j)" : "j");
    }

    private static IEnumerable<int> CodePoints(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) yield return char.ConvertToUtf32(value[i], value[++i]);
            else yield return value[i];
        }
    }

    private static void AppendCodePoint(StringBuilder output, int c, char quote)
    {
        if (c == quote || c == '\\') output.Append('\\').Append((char)c);
        else if (c == '\n') output.Append("\\n");
        else if (c == '\r') output.Append("\\r");
        else if (c == '\t') output.Append("\\t");
        else if (c is >= ' ' and < 0x7F) output.Append((char)c);
        else if (c < 0x20 || c == 0x7F) AppendHex(output.Append("\\x"), c, 2);
        else if (PrintableCharacters.Contains(c)) output.Append(char.ConvertFromUtf32(c));
        else if (c <= 0xFF) AppendHex(output.Append("\\x"), c, 2);
        else if (c <= 0xFFFF) AppendHex(output.Append("\\u"), c, 4);
        else AppendHex(output.Append("\\U"), c, 8);
    }

    private static void AppendHex(StringBuilder output, int value, int width)
    {
        for (var shift = (width - 1) * 4; shift >= 0; shift -= 4) output.Append(Digits[(value >> shift) & 15]);
    }

    // the shortest digits that read back the same, with an exponent outside 1e-4 <= x < 1e16
    private static string FormatFloat(double value)
    {
        if (double.IsNegative(value)) return "-" + FormatFloat(-value);
        if (double.IsInfinity(value)) return "inf";
        if (value == 0) return "0";
        var (digits, exponent) = Scientific(value.ToString("R", CultureInfo.InvariantCulture));
        if (exponent is < -4 or >= 16) return WithExponent(digits, exponent);
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0') : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static string WithExponent(string digits, int exponent)
    {
        var mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    private static (string Digits, int Exponent) Scientific(string shortest)
    {
        var e = shortest.IndexOf('E');
        var exponent = e < 0 ? 0 : int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? shortest : shortest[..e];
        var point = mantissa.IndexOf('.') is >= 0 and var found ? found : mantissa.Length;
        var digits = mantissa.Replace(".", "");
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), exponent + point - 1 - leading);
    }
}
