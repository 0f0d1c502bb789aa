using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    protected void Module(int mark)
    {
        var body = List<Statement>(mark);
        Sp = mark;
        PushValue(new Module(0, text.Length, body), 0, text.Length);
    }

    protected void ExpressionStatement(int mark, int first) => Replace(mark, new ExpressionStatement(starts[first], End, Value(mark)));

    protected void Return(int mark, int first) => Replace(mark, new Return(starts[first], End, Sp > mark ? Value(mark) : null));

    protected void Raise(int mark, int first) =>
        Replace(mark, new Raise(starts[first], End, Sp > mark ? Value(mark) : null, Sp > mark + 1 ? Value(mark + 1) : null));

    protected void Assert(int mark, int first) => Replace(mark, new Assert(starts[first], End, Value(mark), Sp > mark + 1 ? Value(mark + 1) : null));

    protected void Delete(int mark, int first)
    {
        for (var i = mark; i < Sp; i++) Targets(Value(i), ExpressionContext.Del);
        Replace(mark, new Delete(starts[first], End, List<Expression>(mark)));
    }

    protected void Assign(int mark, int first)
    {
        var value = Sp - 1;
        for (var i = mark; i < value; i++) Targets(Value(i), ExpressionContext.Store);
        Replace(mark, new Assign(starts[first], End, List<Expression>(mark, value), Value(value)));
    }

    protected void AugAssign(int mark, int first, int token)
    {
        Targets(Value(mark), ExpressionContext.Store);
        var kind = AugmentedOf(text.AsSpan(starts[token], ends[token] - starts[token]));
        Replace(mark, new AugAssign(starts[first], End, Value(mark), kind, Value(mark + 1)));
    }

    protected void AnnAssign(int mark, int first)
    {
        Targets(Value(mark), ExpressionContext.Store);
        var isSimple = slots[mark].Value is Name && !IsParenthesized(mark);
        Replace(mark, new AnnAssign(starts[first], End, Value(mark), Value(mark + 1), Sp > mark + 2 ? Value(mark + 2) : null, isSimple));
    }

    protected void TypeAlias(int mark, int first) =>
        Replace(mark, new TypeAlias(starts[first], End, Value(mark), List<TypeParameter>(mark + 1, Sp - 1), Value(Sp - 1)));

    protected void MarkTest(int keyword) => slots[Sp - 1].Tag = keyword;

    /// <summary>Folds the tests and blocks of an `if` chain from its end: each `elif` is an `if` inside the `else` before it.</summary>
    protected void If(int mark, int orElse)
    {
        var end = LastEnd();
        var top = orElse < 0 ? Sp : orElse;
        var rest = orElse < 0 ? [] : List<Statement>(orElse);
        var height = HeightOf(top, Sp);
        while (true)
        {
            var test = top - 1;
            while (slots[test].Value is Statement) test--;
            height = Math.Max(height, HeightOf(test, top)) + 1;
            var node = new If(starts[slots[test].Tag], end, Value(test), List<Statement>(test + 1, top), rest);
            if (height > SyntaxLimits.TreeHeight) throw TooHigh(node);
            if (test == mark)
            {
                Sp = mark;
                PushValue(node, node.Start, node.End, height);
                return;
            }

            rest = [node];
            top = test;
        }
    }

    private int HeightOf(int from, int to)
    {
        var height = 0;
        for (var i = from; i < to; i++) height = Math.Max(height, slots[i].Height);
        return height;
    }

    private ImmutableArray<Statement> OrElse(int from, int to) => from < 0 ? [] : List<Statement>(from, to);

    protected void While(int mark, int first, int orElse)
    {
        var body = List<Statement>(mark + 1, orElse < 0 ? Sp : orElse);
        Replace(mark, new While(starts[first], LastEnd(), Value(mark), body, OrElse(orElse, Sp)));
    }

    protected void For(int mark, int first, int body, int orElse)
    {
        var statements = List<Statement>(body, orElse < 0 ? Sp : orElse);
        Replace(mark, new For(starts[first], LastEnd(), types[first] == ASYNC, Value(mark), Value(mark + 1), statements, OrElse(orElse, Sp)));
    }

    protected bool EndHandlers(int mark)
    {
        var star = slots[mark].Tag;
        for (var i = mark + 1; i < Sp; i++)
            if (slots[i].Tag != star) throw Fail("cannot have both 'except' and 'except*' on the same 'try'", slots[i].Start, slots[i].Start + 6);
        return star != 0;
    }

    protected void Try(int mark, int first, int handlers, int orElse, int final, bool star)
    {
        var handlersEnd = orElse >= 0 ? orElse : final >= 0 ? final : Sp;
        var elseEnd = final >= 0 ? final : Sp;
        Replace(mark, new Try(starts[first], LastEnd(), star, List<Statement>(mark, handlers), List<ExceptHandler>(handlers, handlersEnd),
            OrElse(orElse, elseEnd), OrElse(final, Sp)));
    }

    protected void ExceptionTuple(int mark)
    {
        if (La == AS) throw Fail("multiple exception types must be parenthesized when using 'as'", slots[mark].Start, End);
        Replace(mark, new Tuple(slots[mark].Start, End, List<Expression>(mark), ExpressionContext.Load));
    }

    protected void ExceptHandler(int mark, int first, int name, int body)
    {
        var star = types[first + 1] == STAR;
        var type = body > mark ? Value(mark) : null;
        if (star && type is null) throw Fail("expected one or more exception types", first + 2);
        Replace(mark, new ExceptHandler(starts[first], LastEnd(), type, name < 0 ? null : NameAt(name), name < 0 ? default : SpanOf(name),
            List<Statement>(body)));
        slots[mark].Tag = star ? 1 : 0;
    }

    protected void WithItem(int mark)
    {
        if (slots[mark].Value is ParenthesizedWithItems && Sp == mark + 1) return;
        var target = Sp > mark + 1 ? Value(mark + 1) : null;
        if (target is not null) Targets(target, ExpressionContext.Store);
        var item = new WithItem(slots[mark].Start, End, Value(mark), target);
        Replace(mark, item, slots[mark].Start, End);
    }

    protected void With(int mark, int first, int body, int keyword)
    {
        var items = body == mark + 1 ? SoleItems(mark, keyword) : List<WithItem>(mark, body);
        foreach (var item in items)
            if (item.Value is ParenthesizedWithItems) throw Fail("invalid syntax", item.Start, item.End);
        Replace(mark, new With(starts[first], LastEnd(), types[first] == ASYNC, items, List<Statement>(body)));
    }

    /// <summary>`with (a, b):` has two items, whereas `with (a, *b):` has one, a tuple: CPython tries the items first.</summary>
    private ImmutableArray<WithItem> SoleItems(int mark, int keyword)
    {
        if (slots[mark].Value is ParenthesizedWithItems parenthesized) return parenthesized.Items;
        var item = (WithItem)slots[mark].Value!;
        if (item.Target is not null || item.Value is not Tuple tuple || tuple.Start != starts[keyword + 1] || tuple.Elements.IsEmpty || tuple.End != item.End) return [item];
        var items = ImmutableArray.CreateBuilder<WithItem>(tuple.Elements.Length);
        foreach (var element in tuple.Elements)
        {
            if (element is Starred || (element is NamedExpression && !IsParenthesizedElement(element, keyword + 1))) return [item];
            items.Add(new WithItem(element.Start, element.End, element, null));
        }

        return items.MoveToImmutable();
    }

    private bool IsParenthesizedElement(Expression element, int open)
    {
        var token = Array.BinarySearch(starts, open, P - open, element.Start);
        return token - 1 > open && types[token - 1] == LPAR;
    }

    protected void FunctionDef(int decorators, int first, int mark, int name, int parameters, int returns, int body)
    {
        Replace(decorators, new FunctionDef(starts[first], LastEnd(), types[first] == ASYNC, List<Expression>(decorators, mark), NameAt(name), SpanOf(name),
            List<TypeParameter>(mark, parameters), (Parameters)slots[parameters].Value!, returns < 0 ? null : Value(returns), List<Statement>(body)));
    }

    protected void ClassDef(int decorators, int first, int mark, int arguments, int body)
    {
        var (bases, keywords) = SplitArguments(arguments, body);
        for (var i = arguments; i < body; i++)
            if (slots[i].Tag == BareGenerator) throw Fail("invalid syntax", Value(i).Start, Value(i).End);
        Replace(decorators, new ClassDef(starts[first], LastEnd(), List<Expression>(decorators, mark), NameAt(first + 1), SpanOf(first + 1),
            List<TypeParameter>(mark, arguments), bases, keywords, List<Statement>(body)));
    }
}
