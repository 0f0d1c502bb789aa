using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    protected void PushName() => PushValue(NameAt(P - 1), starts[P - 1], ends[P - 1]);

    protected string PopString() => (string)slots[--Sp].Value!;

    protected void PushNameNode(int token, ExpressionContext context) => Push(new Name(starts[token], ends[token], NameAt(token), context));

    protected void PushNumber(int token)
    {
        var literal = text.AsSpan(starts[token], ends[token] - starts[token]);
        var isRadix = literal.Length > 1 && literal[0] == '0' && (literal[1] | 0x20) is 'x' or 'o' or 'b';
        var kind = isRadix ? ConstantKind.Integer
            : (literal[^1] | 0x20) == 'j' ? ConstantKind.Imaginary
            : literal.IndexOfAny('.', 'e', 'E') >= 0 ? ConstantKind.Float
            : ConstantKind.Integer;
        Push(new Constant(starts[token], ends[token], kind, names.Intern(literal), false));
    }

    protected void PushConstant(ConstantKind kind) => Push(new Constant(starts[P - 1], End, kind, null, false));

    protected void Attribute(int mark, int first)
    {
        Replace(mark, new Attribute(starts[first], End, Value(mark), NameAt(P - 1), ExpressionContext.Load));
    }

    protected void Await(int mark, int first) => Replace(mark, new Await(starts[first], End, Value(mark)));

    protected void Starred(int mark, int first)
    {
        Replace(mark, new Starred(starts[first], End, Value(mark), ExpressionContext.Load));
    }

    protected void Tuple(int mark, int first) => Replace(mark, new Tuple(starts[first], End, List<Expression>(mark), ExpressionContext.Load));

    protected void Yield(int mark, int first) => Replace(mark, new Yield(starts[first], End, Sp > mark ? Value(mark) : null));

    protected void YieldFrom(int mark, int first) => Replace(mark, new YieldFrom(starts[first], End, Value(mark)));

    protected void IfExp(int mark, int first) =>
        Replace(mark, new IfExp(starts[first], End, Value(mark), Value(mark + 1), Value(mark + 2)));

    protected void Lambda(int mark, int first) =>
        Replace(mark, new Lambda(starts[first], End, (Parameters)slots[mark].Value!, Value(mark + 1)));

    protected void WalrusTarget(int mark)
    {
        if (La == COLONEQUAL && (slots[mark].Value is not Name || IsParenthesized(mark))) throw WalrusFailure(mark);
    }

    private SyntaxFailure WalrusFailure(int mark) => IsParenthesized(mark)
        ? Unexpected()
        : Fail($"cannot use assignment expressions with {ExpressionNames.Of(Value(mark))}", Value(mark).Start, Value(mark).End);

    /// <summary>Whether a value on the stack stands in parentheses that are not part of the node.</summary>
    private bool IsParenthesized(int index) => slots[index].Start != Value(index).Start;

    protected void NamedExpression(int mark, int first)
    {
        Targets(Value(mark), ExpressionContext.Store);
        Replace(mark, new NamedExpression(starts[first], End, Value(mark), Value(mark + 1)));
    }

    protected void Subscript(int mark, int first) =>
        Replace(mark, new Subscript(starts[first], End, Value(mark), Value(mark + 1), ExpressionContext.Load));

    protected void Slices(int mark, int first, bool tuple)
    {
        if (tuple || slots[mark].Value is Starred) Tuple(mark, first);
    }

    protected void Store(int index)
    {
        slots[index].Value = slots[Sp - 1].Value;
        slots[index].Height = slots[Sp - 1].Height;
        Sp--;
    }

    protected void NoWalrus(int mark, int first)
    {
        if (La == COLON && slots[mark].Value is NamedExpression && !IsParenthesized(mark)) throw Unexpected();
    }

    protected void Slice(int mark, int first) =>
        Replace(mark, new Slice(starts[first], End, Optional(mark), Optional(mark + 1), Optional(mark + 2)));

    /// <summary>Gives an assignment's target, and what it is unpacked into, its context.</summary>
    private static void Targets(Expression target, ExpressionContext context)
    {
        switch (target)
        {
            case Name name: name.Context = context; break;
            case Attribute attribute: attribute.Context = context; break;
            case Subscript subscript: subscript.Context = context; break;
            case Starred starred:
                starred.Context = context;
                Targets(starred.Value, context);
                break;
            case Tuple tuple:
                tuple.Context = context;
                foreach (var element in tuple.Elements) Targets(element, context);
                break;
            case List list:
                list.Context = context;
                foreach (var element in list.Elements) Targets(element, context);
                break;
        }
    }

    protected void Targets(int mark, int first, bool tuple)
    {
        if (tuple) Tuple(mark, first);
        Targets(Value(mark), ExpressionContext.Store);
    }
}
