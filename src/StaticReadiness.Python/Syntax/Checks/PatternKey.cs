using System.Numerics;
using System.Text;

namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>The value of a key in a mapping pattern, equal to another when Python's <c>==</c> says so.</summary>
internal readonly struct PatternKey : IEquatable<PatternKey>
{
    private readonly string identity;

    private PatternKey(string identity, string text)
    {
        this.identity = identity;
        Text = text;
    }

    /// <summary>The value as Python's <c>repr</c> writes it.</summary>
    public string Text { get; }

    /// <summary>The value of a literal, or null for a name that only running the program gives a value.</summary>
    public static PatternKey? Of(Expression key) => key switch
    {
        Constant { ConstantKind: ConstantKind.String, Text: { } value } => new("s" + value, Repr(output => PythonRepr.AppendString(output, value))),
        Constant { ConstantKind: ConstantKind.Bytes, Text: { } value } => new("b" + value, Repr(output => PythonRepr.AppendBytes(output, value))),
        Constant { ConstantKind: ConstantKind.True } => new("1", "True"),
        Constant { ConstantKind: ConstantKind.False } => new("0", "False"),
        Constant { ConstantKind: ConstantKind.None } => new("None", "None"),
        Constant constant => OfNumber(constant, isNegative: false),
        UnaryOp { Operator: UnaryOperator.USub, Operand: Constant constant } => OfNumber(constant, isNegative: true),
        BinOp { Right: Constant imaginary } sum => OfSum(sum, imaginary),
        _ => null,
    };

    public bool Equals(PatternKey other) => identity == other.identity;

    public override bool Equals(object? obj) => obj is PatternKey other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(identity);

    private static PatternKey? OfNumber(Constant constant, bool isNegative)
    {
        if (constant.Text is not { } literal) return null;
        switch (constant.ConstantKind)
        {
            case ConstantKind.Integer:
                var integer = isNegative ? -NumberLiterals.Integer(literal) : NumberLiterals.Integer(literal);
                return new PatternKey(integer.ToString(), integer.ToString());
            case ConstantKind.Float:
                return OfFloat(isNegative ? -NumberLiterals.Float(literal) : NumberLiterals.Float(literal));
            case ConstantKind.Imaginary:
                var imaginary = NumberLiterals.Imaginary(literal);
                return isNegative ? OfComplex(-0.0, -imaginary) : OfComplex(0, imaginary);
            default: return null;
        }
    }

    private static PatternKey? OfSum(BinOp sum, Constant imaginary)
    {
        if (imaginary is not { ConstantKind: ConstantKind.Imaginary, Text: { } literal } || RealPart(sum.Left) is not { } real) return null;
        var size = NumberLiterals.Imaginary(literal);
        return OfComplex(real, sum.Operator == BinaryOperator.Sub ? -size : size);
    }

    private static double? RealPart(Expression left) => left switch
    {
        Constant { ConstantKind: ConstantKind.Integer, Text: { } literal } => (double)NumberLiterals.Integer(literal),
        Constant { ConstantKind: ConstantKind.Float, Text: { } literal } => NumberLiterals.Float(literal),
        UnaryOp { Operator: UnaryOperator.USub, Operand: var operand } => -RealPart(operand),
        _ => null,
    };

    private static PatternKey OfFloat(double value) => new(Identity(value), Repr(output => PythonRepr.AppendFloat(output, value)));

    private static PatternKey OfComplex(double real, double imaginary) =>
        new(imaginary == 0 ? Identity(real) : $"{real:R},{imaginary:R}", Repr(output => PythonRepr.AppendComplex(output, real, imaginary)));

    private static string Identity(double value) => double.IsInteger(value) ? new BigInteger(value).ToString() : $"{value:R}";

    private static string Repr(Action<StringBuilder> append)
    {
        var output = new StringBuilder();
        append(output);
        return output.ToString();
    }
}
