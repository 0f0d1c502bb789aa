using System.Collections.Immutable;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    private const int SetKind = 1;
    private const int DictKind = 2;

    protected void Paren(int mark, int open, bool tuple, bool generator)
    {
        int start = starts[open], end = End;
        if (generator) Replace(mark, new GeneratorExp(start, end, Element(mark), List<Comprehension>(mark + 1)));
        else if (slots[mark].Value is WithItem || (tuple && HasWithItems(mark))) ParenthesizedItems(mark, start, end);
        else if (tuple || Sp == mark) Replace(mark, new Tuple(start, end, List<Expression>(mark), ExpressionContext.Load));
        else
        {
            if (slots[mark].Value is Starred && !IsParenthesized(mark)) throw Fail("cannot use starred expression here", Value(mark).Start, Value(mark).End);
            slots[mark].Start = start;
            slots[mark].End = end;
        }
    }

    private Expression Element(int mark)
    {
        if (slots[mark].Value is Starred starred && !IsParenthesized(mark))
            throw Fail("iterable unpacking cannot be used in comprehension", starred.Start, starred.End);
        return Value(mark);
    }

    private bool HasWithItems(int mark)
    {
        for (var i = mark; i < Sp; i++)
            if (slots[i].Value is WithItem) return true;
        return false;
    }

    /// <summary>`as` may stand in parentheses only where these hold all the items of a `with` statement.</summary>
    protected void CheckParenthesizedAs(int open)
    {
        if (La == AS && (open == 0 || types[open - 1] != WITH || (slots[Sp - 1].Value is NamedExpression named && slots[Sp - 1].Start == named.Start))) throw Unexpected();
    }

    private void ParenthesizedItems(int mark, int start, int end)
    {
        if (La != COLON) throw Unexpected();
        var items = ImmutableArray.CreateBuilder<WithItem>(Sp - mark);
        for (var i = mark; i < Sp; i++)
            items.Add(slots[i].Value as WithItem ?? new WithItem(Value(i).Start, Value(i).End, Value(i), null));
        Replace(mark, new ParenthesizedWithItems(start, end, items.MoveToImmutable()));
    }

    protected void ListDisplay(int mark, int open, bool comprehension)
    {
        if (comprehension) Replace(mark, new ListComp(starts[open], End, Element(mark), List<Comprehension>(mark + 1)));
        else Replace(mark, new List(starts[open], End, List<Expression>(mark), ExpressionContext.Load));
    }

    protected int EntryKind(int mark, int kind)
    {
        var entry = Sp - mark;
        if (kind != 0 && kind != entry)
            throw kind == DictKind ? Fail("':' expected after dictionary key", P - 1) : Unexpected();
        return entry;
    }

    protected void CheckKey(int mark, int first)
    {
        if (La == COLON && slots[mark].Value is Starred { } or NamedExpression { } && !IsParenthesized(mark)) throw Unexpected();
    }

    protected void ExpectDictValue()
    {
        if (La is RBRACE or COMMA) throw Fail("expression expected after dictionary key and ':'", P - 1);
        if (La == STAR) throw Fail("cannot use a starred expression in a dictionary value", P);
    }

    protected void CheckUnpacked(int mark, int first)
    {
        if (IsBelowOperand(mark + 1)) throw Unexpected();
    }

    /// <summary>Whether a value is an expression that binds looser than `|` and stands without parentheses.</summary>
    private bool IsBelowOperand(int index) =>
        slots[index].Value is BoolOp or Compare or IfExp { } or Lambda { } or UnaryOp { Operator: UnaryOperator.Not } && !IsParenthesized(index);

    protected void Brace(int mark, int open, int kind, bool comprehension)
    {
        int start = starts[open], end = End;
        if (comprehension && kind == DictKind)
        {
            if (slots[mark].Value is null) throw Fail("dict unpacking cannot be used in dict comprehension", open + 1);
            Replace(mark, new DictComp(start, end, Value(mark), Value(mark + 1), List<Comprehension>(mark + 2)));
        }
        else if (comprehension) Replace(mark, new SetComp(start, end, Element(mark), List<Comprehension>(mark + 1)));
        else if (kind == SetKind) Replace(mark, new Set(start, end, List<Expression>(mark)));
        else Dict(mark, start, end);
    }

    private void Dict(int mark, int start, int end)
    {
        var count = (Sp - mark) / 2;
        if (count == 0)
        {
            Replace(mark, new Dict(start, end, [], []));
            return;
        }

        var keys = ImmutableArray.CreateBuilder<Expression?>(count);
        var entries = ImmutableArray.CreateBuilder<Expression>(count);
        for (var i = mark; i < Sp; i += 2)
        {
            keys.Add(Optional(i));
            entries.Add(Value(i + 1));
        }

        Replace(mark, new Dict(start, end, keys.MoveToImmutable(), entries.MoveToImmutable()));
    }

    protected void Comprehension(int mark, bool isAsync)
    {
        var first = slots[mark];
        Replace(mark, new Comprehension(first.Start, End, isAsync, Value(mark), Value(mark + 1), List<Expression>(mark + 2)));
    }
}
