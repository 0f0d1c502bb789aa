using StaticReadiness.Python.Text;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal sealed partial class Lexer
{
    private readonly List<Indent> indents = [];
    private readonly List<Bracket> brackets = [];
    private readonly List<Bracket> forgotten = [];
    private int forgottenError;
    private int matchCandidate;
    private int typeCandidate;
    private int pendingCase;
    private bool blockIsMatch;

    private readonly record struct Indent(int Column, int AlternativeColumn, bool OfMatch);

    private readonly record struct Bracket(char Open, int Position, bool IsField);

    private bool InMatchBlock => indents[^1].OfMatch;

    private void ResetLayout()
    {
        indents.Clear();
        indents.Add(default);
        brackets.Clear();
        forgotten.Clear();
        matchCandidate = typeCandidate = pendingCase = -2;
        blockIsMatch = false;
    }

    /// <summary>Reads the indentation of the next line that is not blank, and opens or closes blocks by it.</summary>
    private void StartLine()
    {
        while (true)
        {
            int column = 0, alternative = 0, continued = -1;
            for (; ; pos++)
            {
                var c = At(pos);
                if (c == ' ') { column++; alternative++; }
                else if (c == '\t') { column = (column / 8 + 1) * 8; alternative++; }
                else if (c == '\f') column = alternative = 0;
                else if (c == '\\' && At(pos + 1) is '\n' or '\r')
                {
                    // Indentation cannot be split: the column before the first backslash counts.
                    if (continued < 0) continued = column;
                    if (At(++pos) == '\r' && At(pos + 1) == '\n') pos++;
                }
                else break;
            }

            if (pos >= text.Length)
            {
                if (continued >= 0) Error("unexpected EOF while parsing", pos, pos, ErrorRank.InOrder);
                return;
            }

            switch (text[pos])
            {
                case '\n' or '\r':
                    pos += text[pos] == '\r' && At(pos + 1) == '\n' ? 2 : 1;
                    continue;
                case '#':
                    ScanComment();
                    continue;
            }

            if (continued >= 0) column = alternative = continued;
            Indentation(column, alternative);
            return;
        }
    }

    private void Indentation(int column, int alternative)
    {
        var top = indents[^1];
        if (column == top.Column)
        {
            if (alternative != top.AlternativeColumn) TabError();
        }
        else if (column > top.Column)
        {
            if (alternative <= top.AlternativeColumn) TabError();
            if (indents.Count > SyntaxLimits.Indentation) Error("too many levels of indentation", pos, pos, ErrorRank.InOrder, SyntaxErrorKind.IndentationError);
            else
            {
                indents.Add(new Indent(column, alternative, blockIsMatch));
                tokens.Add(INDENT, pos, pos);
            }
        }
        else Dedent(column, alternative);

        blockIsMatch = false;
    }

    private void Dedent(int column, int alternative)
    {
        while (indents.Count > 1 && column < indents[^1].Column)
        {
            indents.RemoveAt(indents.Count - 1);
            tokens.Add(DEDENT, pos, pos);
        }

        if (column != indents[^1].Column)
            Error("unindent does not match any outer indentation level", pos, pos, ErrorRank.InOrder, SyntaxErrorKind.IndentationError);
        else if (alternative != indents[^1].AlternativeColumn) TabError();
    }

    private void TabError() => Error("inconsistent use of tabs and spaces in indentation", pos, pos, ErrorRank.InOrder, SyntaxErrorKind.TabError);

    private void EndLine()
    {
        var length = text[pos] == '\r' && At(pos + 1) == '\n' ? 2 : 1;
        if (brackets.Count > 0)
        {
            pos += length;
            return;
        }

        EmitNewline(length);
        StartLine();
    }

    private void EmitNewline(int length)
    {
        if (AtLineStart())
        {
            pos += length;
            return;
        }

        DecideSoftKeywords();
        Emit(NEWLINE, length);
    }

    /// <summary>A line that starts with `match` and ends in a colon is a match statement: no other line can end so.</summary>
    private void DecideSoftKeywords()
    {
        var last = tokens.Count - 1;
        if (matchCandidate >= 0)
        {
            if (tokens.Types[last] == COLON && last > matchCandidate + 1 && tokens.Types[matchCandidate + 1] is not (COLON or ASSIGN))
            {
                tokens.Types[matchCandidate] = MATCH;
                blockIsMatch = true;
            }

            matchCandidate = -2;
        }

        if (pendingCase >= 0)
        {
            if (last > pendingCase) tokens.Types[pendingCase] = CASE;
            pendingCase = -2;
        }

        typeCandidate = -2;
    }

    private void ScanComment()
    {
        var rest = text.AsSpan(pos);
        var length = rest.IndexOfAny('\n', '\r');
        if (length < 0) length = rest.Length;
        Comments.Add(new TextSpan(pos, length));
        pos += length;
    }

    private void ScanContinuation()
    {
        var next = At(pos + 1);
        if (next is '\n' or '\r')
        {
            pos += next == '\r' && At(pos + 2) == '\n' ? 3 : 2;
            if (pos >= text.Length) Error("unexpected EOF while parsing", pos, pos, ErrorRank.InOrder);
        }
        else if (pos + 1 >= text.Length)
        {
            ErrorToken("unexpected EOF while parsing", pos, pos + 1, ErrorRank.InOrder);
        }
        else
        {
            ErrorToken("unexpected character after line continuation character", pos, pos + 1, ErrorRank.InOrder);
        }
    }

    private void Finish()
    {
        AbandonFStrings();
        if (brackets.Count > 0) ReportUnclosed();
        brackets.Clear();
        if (!AtLineStart()) EmitNewline(0);
        for (; indents.Count > 1; indents.RemoveAt(indents.Count - 1)) tokens.Add(DEDENT, pos, pos);
        tokens.Add(PythonParserBase.Eof, pos, pos);
    }
}
