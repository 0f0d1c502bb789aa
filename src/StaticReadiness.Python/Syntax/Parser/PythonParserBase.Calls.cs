using System.Collections.Immutable;
using System.Runtime.InteropServices;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    private const int BareGenerator = 1;

    protected void StarArgument(int mark, int first) => Replace(mark, new Starred(starts[first], End, Value(mark), ExpressionContext.Load));

    protected void CheckKeyword(int mark, int first)
    {
        if (La != ASSIGN || (slots[mark].Value is Name && !IsParenthesized(mark))) return;
        if (slots[mark].Value is Constant { ConstantKind: ConstantKind.True or ConstantKind.False or ConstantKind.None } && !IsParenthesized(mark))
            throw Fail($"cannot assign to {ExpressionNames.Of(Value(mark))}", first);
        throw Fail("expression cannot contain assignment, perhaps you meant \"==\"?", starts[first], ends[P]);
    }

    protected void ExpectKeywordValue(int first)
    {
        if (La is COMMA or RPAR) throw Fail("expected argument value expression", starts[first], ends[P - 1]);
    }

    protected void Keyword(int mark, int first) => Replace(mark, new Keyword(starts[first], End, NameAt(first), Value(mark + 1)));

    /// <summary>A generator that is the only argument takes the call's parentheses as its own.</summary>
    protected void GeneratorArgument(int mark, int first, int open)
    {
        var element = Element(mark);
        if (first != open + 1 || La != RPAR) throw Fail("Generator expression must be parenthesized", starts[first], End);
        Replace(mark, new GeneratorExp(starts[open], ends[P], element, List<Comprehension>(mark + 1)));
        slots[mark].Tag = BareGenerator;
    }

    protected void CheckArguments(int mark)
    {
        bool keyword = false, unpacking = false;
        for (var i = mark; i < Sp; i++)
        {
            switch (slots[i].Value)
            {
                case Keyword { Name: null }: unpacking = true; break;
                case Keyword { }: keyword = true; break;
                case Starred starred when unpacking && !IsParenthesized(i):
                    throw Fail("iterable argument unpacking follows keyword argument unpacking", starred.Start, starred.End);
                case Starred { }: break;
                case Expression when unpacking:
                    throw Fail("positional argument follows keyword argument unpacking", slots[Sp - 1].Start, slots[Sp - 1].End);
                case Expression when keyword:
                    throw Fail("positional argument follows keyword argument", slots[Sp - 1].Start, slots[Sp - 1].End);
            }
        }
    }

    protected void Call(int mark, int first)
    {
        var (arguments, keywords) = SplitArguments(mark + 1, Sp);
        Replace(mark, new Call(starts[first], End, Value(mark), arguments, keywords));
    }

    private (ImmutableArray<Expression> Arguments, ImmutableArray<Keyword> Keywords) SplitArguments(int mark, int end)
    {
        var keywords = 0;
        for (var i = mark; i < end; i++)
            if (slots[i].Value is Keyword) keywords++;
        if (keywords == 0) return (List<Expression>(mark, end), []);
        if (keywords == end - mark) return ([], List<Keyword>(mark, end));

        var arguments = new Expression[end - mark - keywords];
        var named = new Keyword[keywords];
        int a = 0, k = 0;
        for (var i = mark; i < end; i++)
        {
            if (slots[i].Value is Keyword keyword) named[k++] = keyword;
            else arguments[a++] = Value(i);
        }

        return (ImmutableCollectionsMarshal.AsImmutableArray(arguments), ImmutableCollectionsMarshal.AsImmutableArray(named));
    }
}
