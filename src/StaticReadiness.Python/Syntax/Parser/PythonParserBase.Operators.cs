using System.Collections.Immutable;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    private const int NotPrecedence = 3;
    private const int ComparisonPrecedence = 4;
    private const int UnaryPrecedence = 11;
    private const int PowerPrecedence = 12;

    private static readonly byte[] Precedence = BuildPrecedence();

    private Operator[] operatorStack = new Operator[64];
    private int operators;

    private readonly record struct Operator(short Token, byte Precedence, bool IsUnary, int Start);

    protected int Operators => operators;

    private static byte[] BuildPrecedence()
    {
        var table = new byte[TokenNames.Length];
        table[OR] = 1;
        table[AND] = 2;
        foreach (var token in (ReadOnlySpan<int>)[LESS, GREATER, EQEQUAL, NOTEQUAL, LESSEQUAL, GREATEREQUAL, IS, IS_NOT, IN, NOT_IN])
            table[token] = ComparisonPrecedence;
        table[VBAR] = 5;
        table[CARET] = 6;
        table[AMP] = 7;
        table[LSHIFT] = table[RSHIFT] = 8;
        table[PLUS] = table[MINUS] = 9;
        table[STAR] = table[SLASH] = table[DOUBLESLASH] = table[PERCENT] = table[AT] = 10;
        table[DOUBLESTAR] = PowerPrecedence;
        return table;
    }

    protected void Prefix(int mark)
    {
        var isNot = La == NOT;
        if (isNot && operators > mark && operatorStack[operators - 1].Precedence > NotPrecedence) throw Unexpected();
        PushOperator(isNot ? NotPrecedence : UnaryPrecedence, isUnary: true);
    }

    protected void Binary(int mark)
    {
        var precedence = Precedence[La];
        // Comparisons and boolean operators wait for their equals, to become one node; power is right-associative.
        var isLeft = precedence is > ComparisonPrecedence and < PowerPrecedence;
        while (operators > mark)
        {
            var top = operatorStack[operators - 1].Precedence;
            if (top < precedence || (top == precedence && !isLeft)) break;
            Reduce(mark);
        }

        PushOperator(precedence, isUnary: false);
    }

    private void PushOperator(int precedence, bool isUnary)
    {
        if (operators == operatorStack.Length) Array.Resize(ref operatorStack, operators * 2);
        operatorStack[operators++] = new Operator((short)La, (byte)precedence, isUnary, starts[P]);
    }

    protected void ReduceAll(int mark)
    {
        while (operators > mark) Reduce(mark);
    }

    private void Reduce(int mark)
    {
        var top = operatorStack[operators - 1];
        if (top.IsUnary) ReduceUnary(top);
        else if (top.Precedence > ComparisonPrecedence) ReduceBinary(top);
        else ReduceRun(mark, top);
    }

    private void ReduceUnary(Operator top)
    {
        operators--;
        var kind = top.Token switch { NOT => UnaryOperator.Not, MINUS => UnaryOperator.USub, PLUS => UnaryOperator.UAdd, _ => UnaryOperator.Invert };
        Replace(Sp - 1, new UnaryOp(top.Start, slots[Sp - 1].End, kind, Top));
    }

    private void ReduceBinary(Operator top)
    {
        operators--;
        var left = Sp - 2;
        Replace(left, new BinOp(slots[left].Start, slots[left + 1].End, Value(left), BinaryOf(top.Token), Value(left + 1)));
    }

    private void ReduceRun(int mark, Operator top)
    {
        var count = 1;
        while (operators - count > mark && IsSameRun(operatorStack[operators - count - 1], top)) count++;
        var first = Sp - count - 1;
        int start = slots[first].Start, end = slots[Sp - 1].End;
        operators -= count;
        if (top.Precedence == ComparisonPrecedence) Replace(first, new Compare(start, end, Value(first), Comparisons(count), List<Expression>(first + 1)));
        else Replace(first, new BoolOp(start, end, top.Token == AND ? BoolOperator.And : BoolOperator.Or, List<Expression>(first)));
    }

    private static bool IsSameRun(Operator other, Operator top) => !other.IsUnary && other.Precedence == top.Precedence;

    private ImmutableArray<ComparisonOperator> Comparisons(int count)
    {
        var result = ImmutableArray.CreateBuilder<ComparisonOperator>(count);
        for (var i = 0; i < count; i++) result.Add(ComparisonOf(operatorStack[operators + i].Token));
        return result.MoveToImmutable();
    }

    private static ComparisonOperator ComparisonOf(short token) => token switch
    {
        LESS => ComparisonOperator.Lt,
        GREATER => ComparisonOperator.Gt,
        EQEQUAL => ComparisonOperator.Eq,
        NOTEQUAL => ComparisonOperator.NotEq,
        LESSEQUAL => ComparisonOperator.LtE,
        GREATEREQUAL => ComparisonOperator.GtE,
        IS => ComparisonOperator.Is,
        IS_NOT => ComparisonOperator.IsNot,
        IN => ComparisonOperator.In,
        _ => ComparisonOperator.NotIn,
    };

    private static BinaryOperator BinaryOf(short token) => token switch
    {
        PLUS => BinaryOperator.Add,
        MINUS => BinaryOperator.Sub,
        STAR => BinaryOperator.Mult,
        AT => BinaryOperator.MatMult,
        SLASH => BinaryOperator.Div,
        PERCENT => BinaryOperator.Mod,
        DOUBLESTAR => BinaryOperator.Pow,
        LSHIFT => BinaryOperator.LShift,
        RSHIFT => BinaryOperator.RShift,
        VBAR => BinaryOperator.BitOr,
        CARET => BinaryOperator.BitXor,
        AMP => BinaryOperator.BitAnd,
        _ => BinaryOperator.FloorDiv,
    };

    private static BinaryOperator AugmentedOf(ReadOnlySpan<char> token) => token switch
    {
        "+=" => BinaryOperator.Add,
        "-=" => BinaryOperator.Sub,
        "*=" => BinaryOperator.Mult,
        "@=" => BinaryOperator.MatMult,
        "/=" => BinaryOperator.Div,
        "%=" => BinaryOperator.Mod,
        "**=" => BinaryOperator.Pow,
        "<<=" => BinaryOperator.LShift,
        ">>=" => BinaryOperator.RShift,
        "|=" => BinaryOperator.BitOr,
        "^=" => BinaryOperator.BitXor,
        "&=" => BinaryOperator.BitAnd,
        _ => BinaryOperator.FloorDiv,
    };
}
