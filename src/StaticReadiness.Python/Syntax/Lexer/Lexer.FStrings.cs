using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal sealed partial class Lexer
{
    private readonly List<FString> fstrings = [];
    private readonly List<Field> fields = [];

    private readonly record struct FString(char Quote, bool Triple, bool Raw, bool IsTemplate, int Start);

    /// <summary>A replacement field: the f-string it stands in, the bracket depth inside its braces, whether its specification has begun.</summary>
    private readonly record struct Field(int FString, int Depth, bool InSpec);

    private void StartFString(int start, int quoteAt, bool triple)
    {
        var prefix = text.AsSpan(start, quoteAt - start);
        var template = prefix.IndexOfAny('t', 'T') >= 0;
        if (fstrings.Count >= SyntaxLimits.FStrings)
        {
            ErrorToken("too many nested f-strings", start, text.Length);
            return;
        }

        fstrings.Add(new FString(text[quoteAt], triple, prefix.IndexOfAny('r', 'R') >= 0, template, start));
        var end = quoteAt + (triple ? 3 : 1);
        tokens.Add(template ? TSTRING_START : FSTRING_START, start, end);
        pos = end;
        ScanMiddle(inSpec: false);
    }

    private void StartFormatSpec()
    {
        fields[^1] = fields[^1] with { InSpec = true };
        ScanMiddle(inSpec: true);
    }

    private void EndField()
    {
        fields.RemoveAt(fields.Count - 1);
        ScanMiddle(fields.Count > 0 && fields[^1].FString == fstrings.Count - 1 && fields[^1].InSpec);
    }

    /// <summary>Reads the literal text of the innermost f-string up to a field, the end of the field or the end of the string.</summary>
    private void ScanMiddle(bool inSpec)
    {
        var current = fstrings[^1];
        var start = pos;
        for (var i = pos; i < text.Length; i++)
        {
            var c = text[i];
            if (c == current.Quote && (!current.Triple || (At(i + 1) == c && At(i + 2) == c)))
            {
                if (inSpec) UnclosedSpec(start, i);
                else EndFString(start, i, i + (current.Triple ? 3 : 1));
                return;
            }

            switch (c)
            {
                case '{' when At(i + 1) == '{' && !inSpec: i++; break;
                case '}' when At(i + 1) == '}' && !inSpec: i++; break;
                case '{' when brackets.Count >= SyntaxLimits.Brackets: Error("too many nested parentheses", i, i + 1); break;
                case '{': StartField(start, i); return;
                case '}' when inSpec: EndSpec(start, i); return;
                case '}':
                    Error("f-string: single '}' is not allowed", i, i + 1);
                    break;
                case '\\': i = SkipEscape(i, current.Raw); break;
                case '\n' or '\r' when !current.Triple:
                    if (inSpec) EndSpecAtNewline(start, i);
                    else UnterminatedFString(i);
                    return;
            }
        }

        UnterminatedFString(text.Length);
    }

    private int SkipEscape(int i, bool raw)
    {
        var next = At(i + 1);
        if (next is '{' or '}') return i;
        if (!raw && next == 'N' && At(i + 2) == '{')
        {
            var close = text.AsSpan(i).IndexOfAny('}', '\n');
            return close > 0 && text[i + close] == '}' ? i + close : i + 2;
        }

        return next == '\r' && At(i + 2) == '\n' ? i + 2 : i + 1;
    }

    private void Middle(int start, int end)
    {
        if (end > start) tokens.Add(FSTRING_MIDDLE, start, end);
        pos = end;
    }

    private void StartField(int start, int end)
    {
        Middle(start, end);
        var depth = 0;
        for (var i = fields.Count - 1; i >= 0 && fields[i].FString == fstrings.Count - 1; i--) depth++;
        if (depth >= 3) Error("f-string: expressions nested too deeply", end, end + 1);
        Open(LBRACE, isField: true);
        fields.Add(new Field(fstrings.Count - 1, brackets.Count, false));
    }

    private void EndSpec(int start, int end)
    {
        Middle(start, end);
        brackets.RemoveAt(brackets.Count - 1);
        Emit(RBRACE, 1);
        EndField();
    }

    private void EndFString(int start, int end, int after)
    {
        Middle(start, end);
        tokens.Add(FSTRING_END, end, after);
        pos = after;
        fstrings.RemoveAt(fstrings.Count - 1);
    }

    private void UnclosedSpec(int start, int end)
    {
        Error("f-string: expecting '}', or format specs", end, end + 1, ErrorRank.InOrder);
        AbandonField(start, end);
    }

    /// <summary>The line end closes the specification; only the closing brace may follow.</summary>
    private void EndSpecAtNewline(int start, int end)
    {
        Middle(start, end);
        fields[^1] = fields[^1] with { InSpec = false };
    }

    private void AbandonField(int start, int end)
    {
        Middle(start, end);
        while (fields.Count > 0 && fields[^1].FString == fstrings.Count - 1)
        {
            brackets.RemoveRange(fields[^1].Depth - 1, brackets.Count - fields[^1].Depth + 1);
            fields.RemoveAt(fields.Count - 1);
        }

        tokens.Add(ERROR, end, end);
        ScanMiddle(inSpec: false);
    }

    private void UnterminatedFString(int end)
    {
        var current = fstrings[^1];
        var letter = current.IsTemplate ? 't' : 'f';
        var line = current.Triple ? LastLine() : LineOf(end);
        Error($"unterminated {(current.Triple ? "triple-quoted " : "")}{letter}-string literal (detected at line {line})", current.Start, end);
        tokens.Add(ERROR, current.Start, end);
        fstrings.RemoveAt(fstrings.Count - 1);
        pos = end;
    }

    /// <summary>At the end of the file, or when a statement is given up: leaves every f-string that is still open.</summary>
    private void AbandonFStrings()
    {
        if (fstrings.Count == 0) return;
        if (brackets.Count > 0) ReportUnclosed();
        brackets.Clear();
        fields.Clear();
        fstrings.Clear();
        tokens.Add(ERROR, pos, pos);
    }
}
