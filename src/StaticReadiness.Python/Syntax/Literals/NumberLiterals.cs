using System.Globalization;
using System.Numerics;

namespace StaticReadiness.Python.Syntax;

/// <summary>Reads the values of number literals (https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals).</summary>
internal static class NumberLiterals
{
    public static BigInteger Integer(string literal)
    {
        var digits = literal.Replace("_", "");
        if (digits.Length < 2 || digits[0] != '0') return BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        return digits[1] switch
        {
            'x' or 'X' => BigInteger.Parse($"0{digits.AsSpan(2)}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            'b' or 'B' => BigInteger.Parse($"0{digits.AsSpan(2)}", NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture),
            'o' or 'O' => digits.Skip(2).Aggregate(BigInteger.Zero, (value, digit) => (value << 3) + (digit - '0')),
            _ => BigInteger.Zero,
        };
    }

    public static double Float(string literal) =>
        double.Parse(literal.Replace("_", ""), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The size of an imaginary literal such as <c>2.5j</c>.</summary>
    public static double Imaginary(string literal) => Float(literal[..^1]);
}
