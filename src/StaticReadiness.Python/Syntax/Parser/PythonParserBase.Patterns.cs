using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    private const int KeywordPatternTag = 1;
    private const int RestTag = 2;

    private Pattern PatternAt(int index) => Unsafe.As<Pattern>(slots[index].Value!);

    protected void Subject(int mark, int first, bool tuple)
    {
        if (tuple) Tuple(mark, first + 1);
    }

    protected void Match(int mark, int first) =>
        Replace(mark, new Match(starts[first], LastEnd(), Value(mark), List<MatchCase>(mark + 1)));

    protected void MatchCase(int mark, int first) =>
        Replace(mark, new MatchCase(starts[first], LastEnd(), PatternAt(mark), Optional(mark + 1), List<Statement>(mark + 2)));

    protected void OpenSequence(int mark, int first, bool tuple)
    {
        if (tuple) Replace(mark, new MatchSequence(starts[first], End, List<Pattern>(mark)));
        else if (slots[mark].Value is MatchStar) throw Unexpected();
    }

    protected void MatchStar(int first) => Push(new MatchStar(starts[first], End, text[starts[first + 1]] == '_' && NameAt(first + 1) == "_" ? null : NameAt(first + 1)));

    protected void MatchOr(int mark, int first) => Replace(mark, new MatchOr(starts[first], End, List<Pattern>(mark)));

    protected void ExpectCaptureName()
    {
        if (La != NAME || types[P + 1] is DOT or LPAR) throw Fail("invalid pattern target", P);
        if (NameAt(P) == "_") throw Fail("cannot use '_' as a target", P);
    }

    protected void MatchAs(int mark, int first) => Replace(mark, new MatchAs(starts[first], End, PatternAt(mark), NameAt(P - 1)));

    protected void LiteralPattern(int mark, int first)
    {
        var value = Value(mark);
        Replace(mark, value is Constant { ConstantKind: ConstantKind.None or ConstantKind.True or ConstantKind.False } constant
            ? new MatchSingleton(value.Start, value.End, constant.ConstantKind)
            : new MatchValue(value.Start, value.End, value));
    }

    protected void NamePattern(int mark, int first)
    {
        switch (slots[mark].Value)
        {
            case Name { Identifier: "_" } name: Replace(mark, new MatchAs(name.Start, name.End, null, null)); break;
            case Name name: Replace(mark, new MatchAs(name.Start, name.End, null, name.Identifier)); break;
            default: Replace(mark, new MatchValue(Value(mark).Start, Value(mark).End, Value(mark))); break;
        }
    }

    protected void GroupPattern(int mark, int open, bool tuple)
    {
        if (tuple || Sp == mark) Replace(mark, new MatchSequence(starts[open], End, List<Pattern>(mark)));
        else if (slots[mark].Value is MatchStar) throw Unexpected();
    }

    protected void CheckKeywordPattern(int mark, int first)
    {
        if (La != ASSIGN) return;
        if (types[first] != NAME || P != first + 1) throw Unexpected();
    }

    protected void KeywordPattern(int mark, int first)
    {
        slots[mark].Value = NameAt(first);
        slots[mark].Tag = KeywordPatternTag;
    }

    protected void MatchClass(int mark, int first)
    {
        var keywords = mark + 1;
        while (keywords < Sp && slots[keywords].Tag != KeywordPatternTag) keywords++;
        var keywordNames = ImmutableArray.CreateBuilder<string>();
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        for (var i = keywords; i < Sp; i += 2)
        {
            if (slots[i].Tag != KeywordPatternTag)
                throw Fail("positional patterns follow keyword patterns", PatternAt(i).Start, PatternAt(i).End);
            keywordNames.Add((string)slots[i].Value!);
            patterns.Add(PatternAt(i + 1));
        }

        Replace(mark, new MatchClass(starts[first], End, Value(mark), List<Pattern>(mark + 1, keywords), keywordNames.ToImmutable(), patterns.ToImmutable()));
    }

    protected void CheckMappingKey(int mark)
    {
        if (slots[mark].Value is Name) throw Unexpected();
    }

    protected void RestPattern()
    {
        if (NameAt(P - 1) == "_") throw Fail("invalid syntax", P - 1);
        PushValue(NameAt(P - 1), starts[P - 1], End, 1, RestTag);
    }

    protected void MatchMapping(int mark, int open)
    {
        string? rest = null;
        var end = Sp;
        if (end > mark && slots[end - 1].Tag == RestTag) rest = (string)slots[--end].Value!;
        var keys = ImmutableArray.CreateBuilder<Expression>();
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        for (var i = mark; i < end; i += 2)
        {
            if (slots[i].Tag == RestTag) throw Fail("invalid syntax", slots[i].Start, slots[i].End);
            keys.Add(Value(i));
            patterns.Add(PatternAt(i + 1));
        }

        Replace(mark, new MatchMapping(starts[open], End, keys.ToImmutable(), patterns.ToImmutable(), rest));
    }

    protected void Negate(int first) => Replace(Sp - 1, new UnaryOp(starts[first], End, UnaryOperator.USub, Top));

    protected void Complex(int mark, int first, int sign)
    {
        var real = slots[mark].Value as Constant ?? (Constant)((UnaryOp)slots[mark].Value!).Operand;
        if (real.ConstantKind == ConstantKind.Imaginary) throw Fail("real number required in complex literal", first);
        if (slots[mark + 1].Value is not Constant { ConstantKind: ConstantKind.Imaginary })
            throw Fail("imaginary number required in complex literal", P - 1);
        Replace(mark, new BinOp(starts[first], End, Value(mark), types[sign] == PLUS ? BinaryOperator.Add : BinaryOperator.Sub, Value(mark + 1)));
    }
}
