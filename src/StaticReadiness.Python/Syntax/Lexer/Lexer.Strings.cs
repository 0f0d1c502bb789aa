using System.Buffers;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal sealed partial class Lexer
{
    private static readonly SearchValues<char> SingleQuoteStops = SearchValues.Create("'\\\n\r");
    private static readonly SearchValues<char> DoubleQuoteStops = SearchValues.Create("\"\\\n\r");

    private void ScanString(int start, int quoteAt)
    {
        var quote = text[quoteAt];
        var triple = At(quoteAt + 1) == quote && At(quoteAt + 2) == quote;
        for (var i = start; i < quoteAt; i++)
        {
            if ((text[i] | 0x20) is not ('f' or 't')) continue;
            StartFString(start, quoteAt, triple);
            return;
        }

        var end = triple ? FindTripleEnd(quoteAt + 3, quote) : FindSingleEnd(quoteAt + 1, quote);
        if (end < 0)
        {
            Unterminated(start, quoteAt, ~end, triple);
            return;
        }

        tokens.Add(STRING, start, end);
        pos = end;
    }

    /// <summary>The offset behind the closing quote, or the complement of the offset where the line ends without one.</summary>
    private int FindSingleEnd(int i, char quote)
    {
        var stops = quote == '"' ? DoubleQuoteStops : SingleQuoteStops;
        while (i < text.Length)
        {
            var next = text.AsSpan(i).IndexOfAny(stops);
            if (next < 0) break;
            i += next;
            var c = text[i];
            if (c == quote) return i + 1;
            if (c is '\n' or '\r') return ~i;
            i += At(i + 1) == '\r' && At(i + 2) == '\n' ? 3 : 2;
        }

        return ~text.Length;
    }

    private int FindTripleEnd(int i, char quote)
    {
        while (i < text.Length)
        {
            var next = text.AsSpan(i).IndexOfAny(quote, '\\');
            if (next < 0) break;
            i += next;
            if (text[i] == '\\') i += 2;
            else if (At(i + 1) == quote && At(i + 2) == quote) return i + 3;
            else i++;
        }

        return ~text.Length;
    }

    private void Unterminated(int start, int quoteAt, int end, bool triple)
    {
        var quote = text[quoteAt];
        // The quote may be the end of the f-string around it: then a field was left open.
        if (fields.Count > 0 && fstrings[^1].Quote == quote && fstrings[^1].Triple == triple)
        {
            Error("f-string: expecting '}'", start, end, ErrorRank.InOrder);
            AbandonField(quoteAt, quoteAt);
            return;
        }

        var last = triple || end == text.Length ? LastLine() : LineOf(end);
        var isEscaped = !triple && text.AsSpan(quoteAt, end - quoteAt).Contains($"\\{quote}", StringComparison.Ordinal);
        ErrorToken($"unterminated {(triple ? "triple-quoted " : "")}string literal (detected at line {last}){(isEscaped ? "; perhaps you escaped the end quote?" : "")}", start, end);
    }

    /// <summary>The number of the last line as CPython's tokenizer counts it: a final line end opens no new line.</summary>
    private int LastLine() => text.Length > 0 && text[^1] is '\n' or '\r' ? LineOf(text.Length - 1) : LineOf(text.Length);
}
