using System.Collections.Immutable;
using System.Text;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    /// <summary>The token that opens the innermost f-string; of no meaning outside one.</summary>
    private int fstringStart;

    protected int EnterFString(int token)
    {
        var outer = fstringStart;
        fstringStart = token;
        return outer;
    }

    protected void LeaveFString(int outer) => fstringStart = outer;

    protected void JoinedStr(int mark, int first)
    {
        var parts = Parts(mark, IsRaw(first));
        Replace(mark, types[first] == TSTRING_START
            ? new TemplateStr(starts[first], End, parts)
            : new JoinedStr(starts[first], End, parts));
    }

    protected void FormatSpec(int mark, int first)
    {
        var parts = Parts(mark, IsRaw(fstringStart));
        // The specification starts at its colon; a template's is formatted at once, so its fields are those of an f-string (PEP 750).
        Replace(mark, new JoinedStr(starts[first - 1], End, types[fstringStart] == TSTRING_START ? [.. parts.Select(AsFormatted)] : parts));
    }

    private static Expression AsFormatted(Expression part) => part is Interpolation field
        ? new FormattedValue(field.Start, field.End, field.Value, field.Conversion, field.FormatSpec)
        : part;

    private bool IsRaw(int start) => text.AsSpan(starts[start], ends[start] - starts[start]).IndexOfAny('r', 'R') >= 0;

    private ImmutableArray<Expression> Parts(int mark, bool raw)
    {
        var parts = new List<Expression>();
        for (var i = mark; i < Sp; i++)
        {
            switch (slots[i].Value)
            {
                case null: parts.Add(Middle(slots[i].Tag, raw)); break;
                case JoinedStr debug: parts.AddRange(debug.Values); break;
                default: parts.Add(Value(i)); break;
            }
        }

        return Merge(parts);
    }

    private Constant Middle(int token, bool raw)
    {
        int start = starts[token], end = ends[token];
        var body = text.AsSpan(start, end - start);
        var value = decoder.Middle(body, raw) ?? body.ToString();
        if (decoder.Error is { } error) throw Fail(error, token);
        return new Constant(start, end, ConstantKind.String, value, false);
    }

    protected void ExpectFieldExpression()
    {
        var what = La switch { RBRACE => "'}'", BANG => "'!'", COLON => "':'", ASSIGN => "'='", _ => null };
        if (what is not null) throw Fail($"f-string: valid expression required before {what}", P);
        if (!StartsExpression[La < 0 ? 0 : La] && La != YIELD && La != STAR) throw Fail("f-string: expecting a valid expression after '{'", P);
    }

    protected void AfterFieldExpression()
    {
        if (La is ASSIGN or BANG or COLON or RBRACE) return;
        throw ForgottenComma() ?? Fail("f-string: expecting '=', or '!', or ':', or '}'", P);
    }

    protected void ExpectConversion()
    {
        if (La is RBRACE or COLON) throw Fail("f-string: missing conversion character", P);
        if (La != NAME || ends[P - 1] != starts[P]) throw Fail("f-string: invalid conversion character", P);
    }

    protected int Conversion()
    {
        var name = NameAt(P - 1);
        if (name is "s" or "r" or "a") return name[0];
        throw Fail($"f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'", P - 1);
    }

    protected void ExpectFieldEnd(bool converted, bool debug, bool spec)
    {
        if (La == RBRACE) return;
        throw Fail((converted, debug, spec) switch
        {
            (_, _, true) => "f-string: expecting '}', or format specs",
            (true, _, _) => "f-string: expecting ':' or '}'",
            (_, true, _) => "f-string: expecting '!', or ':', or '}'",
            _ => "f-string: expecting '}'",
        }, P);
    }

    protected void Field(int mark, int open, int debug, int conversion, bool spec)
    {
        var value = Value(mark);
        var format = spec ? Value(mark + 1) : null;
        var isTemplate = types[fstringStart] == TSTRING_START;
        if (debug >= 0 && conversion < 0 && !spec) conversion = 'r';
        Expression field = isTemplate
            ? new Interpolation(starts[open], End, value, InterpolationText(open, debug), conversion, format)
            : new FormattedValue(starts[open], End, value, conversion, format);
        if (debug < 0)
        {
            Replace(mark, field);
            return;
        }

        // The text that `=` shows goes up to the conversion, the specification or the closing brace.
        int from = ends[open], to = starts[debug + 1];
        Replace(mark, new JoinedStr(starts[open], End, [new Constant(from, to, ConstantKind.String, DebugText(from, to, IsRaw(fstringStart)), false), field]));
    }

    /// <summary>The source from one offset to another without its comments, its escapes replaced as CPython does.</summary>
    private string DebugText(int from, int to, bool raw)
    {
        var source = new StringBuilder();
        foreach (var comment in lexer.CommentsBetween(from, to))
        {
            source.Append(text, from, comment.Start - from);
            from = comment.End;
        }

        source.Append(text, from, to - from);
        var written = source.ToString();
        return decoder.Text(written, raw) ?? written;
    }

    private string InterpolationText(int open, int debug)
    {
        var end = debug >= 0 ? starts[debug] : ends[open];
        if (debug < 0)
        {
            var depth = 0;
            for (var i = open + 1; i < P; i++)
            {
                if (depth == 0 && types[i] is BANG or COLON or RBRACE)
                {
                    end = starts[i];
                    break;
                }

                if (types[i] is LPAR or LSQB or LBRACE) depth++;
                else if (types[i] is RPAR or RSQB or RBRACE) depth--;
            }
        }

        return text.AsSpan(ends[open], end - ends[open]).Trim().ToString();
    }
}
