using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    protected const int VarPositional = 1;
    protected const int VarKeyword = 2;
    protected const int KeywordOnlyMarker = 3;
    protected const int PositionalOnlyMarker = 4;

    protected void Marker(int tag, int token) => PushValue(null, starts[token], ends[token], 0, tag);

    protected void NoDefault(int tag) => throw Fail(
        tag == VarPositional ? "var-positional argument cannot have default value" : "var-keyword argument cannot have default value", P - 1);

    protected void Parameter(int mark, int first, bool annotated, int end)
    {
        var annotation = annotated ? Value(mark) : null;
        var hasDefault = Sp > mark + (annotated ? 1 : 0);
        Replace(mark, new Parameter(starts[first], ends[end - 1], NameAt(first), annotation, hasDefault ? Value(Sp - 1) : null));
    }

    protected void StarParameter(int mark, int first, bool annotated, int end, int tag)
    {
        Parameter(mark, first, annotated, end);
        slots[mark].Tag = tag;
    }

    /// <summary>Sorts what a parameter list holds by kind, and refuses what stands in the wrong order.</summary>
    protected void Parameters(int mark, int first)
    {
        int slash = -1, star = -1, keywords = -1;
        Parameter? withDefault = null;
        for (var i = mark; i < Sp; i++)
        {
            if (keywords >= 0) throw OrderFailure("arguments cannot follow var-keyword argument", i);
            switch (slots[i].Tag)
            {
                case PositionalOnlyMarker:
                    if (slash >= 0) throw OrderFailure("/ may appear only once", i);
                    if (star >= 0) throw OrderFailure("/ must be ahead of *", i);
                    if (i == mark) throw OrderFailure(Sp > mark + 1 ? "at least one argument must precede /" : "invalid syntax", i);
                    slash = i;
                    break;
                case KeywordOnlyMarker or VarPositional:
                    if (star >= 0) throw OrderFailure("* argument may appear only once", i);
                    star = i;
                    break;
                case VarKeyword: keywords = i; break;
                default:
                    var parameter = (Parameter)slots[i].Value!;
                    if (star < 0 && parameter.Default is not null) withDefault = parameter;
                    else if (star < 0 && withDefault is not null)
                        throw OrderFailure("parameter without a default follows parameter with a default", i);
                    break;
            }
        }

        BuildParameters(mark, first, slash, star, keywords);
    }

    private SyntaxFailure OrderFailure(string message, int index) => Fail(message, slots[index].Start, slots[index].End);

    private void BuildParameters(int mark, int first, int slash, int star, int keywords)
    {
        var end = keywords >= 0 ? keywords : Sp;
        var isBare = star >= 0 && slots[star].Tag == KeywordOnlyMarker;
        if (isBare && star + 1 >= end) throw OrderFailure("named arguments must follow bare *", star);
        var positionalEnd = star >= 0 ? star : end;
        int from = Sp > mark ? starts[first] : starts[P], to = Sp > mark ? End : starts[P];
        Replace(mark, new Parameters(from, to,
            slash < 0 ? [] : List<Parameter>(mark, slash),
            List<Parameter>(slash < 0 ? mark : slash + 1, positionalEnd),
            star >= 0 && !isBare ? (Parameter)slots[star].Value! : null,
            star < 0 ? [] : List<Parameter>(star + 1, end),
            keywords < 0 ? null : (Parameter)slots[keywords].Value!));
    }

    protected void ExpectTypeParameter()
    {
        if (La == RSQB) throw Fail("Type parameter list cannot be empty", P);
    }

    protected void NoBound(string kind)
    {
        if (La == COLON) throw Fail($"cannot use {(types[P + 1] == LPAR ? "constraints" : "bound")} with {kind}", P);
    }

    protected void TypeVar(int mark, int first, bool bound, bool value) =>
        Replace(mark, new TypeVar(starts[first], End, NameAt(first), bound ? Value(mark) : null, value ? Value(Sp - 1) : null));

    protected void TypeVarTuple(int mark, int first, bool value) =>
        Replace(mark, new TypeVarTuple(starts[first], End, NameAt(first + 1), value ? Value(mark) : null));

    protected void ParamSpec(int mark, int first, bool value) =>
        Replace(mark, new ParamSpec(starts[first], End, NameAt(first + 1), value ? Value(mark) : null));
}
