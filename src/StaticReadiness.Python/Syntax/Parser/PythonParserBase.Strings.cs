using System.Collections.Immutable;
using System.Text;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    private const int BytesTag = 1;
    private const int UnicodePrefixTag = 2;

    protected void PushString()
    {
        var token = P - 1;
        int start = starts[token], end = ends[token];
        var i = start;
        bool raw = false, bytes = false, unicode = false;
        for (; text[i] is not ('"' or '\''); i++)
        {
            switch (text[i] | 0x20)
            {
                case 'r': raw = true; break;
                case 'b': bytes = true; break;
                case 'u': unicode = text[i] == 'u'; break;
            }
        }

        var quotes = end - i >= 6 && text[i + 1] == text[i] && text[i + 2] == text[i] ? 3 : 1;
        var body = text.AsSpan(i + quotes, end - i - 2 * quotes);
        var value = bytes ? decoder.Bytes(body, raw) : decoder.Text(body, raw);
        if (decoder.Error is { } error) throw Fail(error, token);
        if (value is null) value = names.InternShort(body);
        PushValue(value, start, end, 1, bytes ? BytesTag : unicode ? UnicodePrefixTag : 0);
    }

    protected void PushMiddle()
    {
        var token = P - 1;
        PushValue(null, starts[token], ends[token]);
        slots[Sp - 1].Tag = token;
    }

    protected void Strings(int mark, int first)
    {
        if (Sp == mark + 1)
        {
            if (slots[mark].Value is string only) Replace(mark, NewString(only, slots[mark].Tag, slots[mark].Start, slots[mark].End));
            return;
        }

        bool bytes = false, other = false, formatted = false, template = false;
        for (var i = mark; i < Sp; i++)
        {
            if (slots[i].Value is JoinedStr) formatted = true;
            else if (slots[i].Value is TemplateStr) template = true;
            else if (slots[i].Tag == BytesTag) bytes = true;
            else other = true;
        }

        if (bytes && (other || formatted || template)) throw Fail("cannot mix bytes and nonbytes literals", first);
        if (template && (other || formatted)) throw Fail("cannot mix t-string literals with string or bytes literals", first);
        if (formatted || template) Concatenate(mark, first, template);
        else ConcatenateConstants(mark);
    }

    private static Constant NewString(string value, int tag, int start, int end) =>
        new(start, end, tag == BytesTag ? ConstantKind.Bytes : ConstantKind.String, value, tag == UnicodePrefixTag);

    private void ConcatenateConstants(int mark)
    {
        var value = new StringBuilder();
        for (var i = mark; i < Sp; i++) value.Append((string)slots[i].Value!);
        Replace(mark, NewString(value.ToString(), slots[mark].Tag, slots[mark].Start, slots[Sp - 1].End));
    }

    /// <summary>Joins strings of which at least one is an f-string: the literal parts that meet become one constant.</summary>
    private void Concatenate(int mark, int first, bool template)
    {
        var parts = new List<Expression>();
        for (var i = mark; i < Sp; i++)
        {
            switch (slots[i].Value)
            {
                case JoinedStr joined: parts.AddRange(joined.Values); break;
                case TemplateStr templateStr: parts.AddRange(templateStr.Values); break;
                default: parts.Add(NewString((string)slots[i].Value!, slots[i].Tag, slots[i].Start, slots[i].End)); break;
            }
        }

        var merged = Merge(parts);
        Replace(mark, template ? new TemplateStr(starts[first], End, merged) : new JoinedStr(starts[first], End, merged));
    }

    private static ImmutableArray<Expression> Merge(List<Expression> parts)
    {
        var merged = ImmutableArray.CreateBuilder<Expression>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not Constant constant)
            {
                merged.Add(parts[i]);
                continue;
            }

            if (constant.Text!.Length == 0) continue;
            var last = constant;
            StringBuilder? value = null;
            for (; i + 1 < parts.Count && parts[i + 1] is Constant next; i++)
            {
                last = next;
                if (next.Text!.Length > 0) (value ??= new StringBuilder(constant.Text)).Append(next.Text);
            }

            merged.Add(ReferenceEquals(last, constant) ? constant
                : new Constant(constant.Start, last.End, ConstantKind.String, value?.ToString() ?? constant.Text, constant.HasUnicodePrefix));
        }

        return merged.ToImmutable();
    }
}
