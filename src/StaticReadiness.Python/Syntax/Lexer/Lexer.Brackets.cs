using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal sealed partial class Lexer
{
    private void Open(int type, bool isField = false)
    {
        if (brackets.Count >= SyntaxLimits.Brackets)
        {
            ErrorToken("too many nested parentheses", pos, pos + 1);
            return;
        }

        brackets.Add(new Bracket(text[pos], pos, isField));
        Emit(type, 1);
    }

    private void Close(char open, int type)
    {
        if (brackets.Count == 0)
        {
            ErrorToken($"unmatched '{text[pos]}'", pos, pos + 1, FindForgotten(open) ? ErrorRank.Guessed : ErrorRank.Ahead);
            return;
        }

        var bracket = brackets[^1];
        if (bracket.Open != open && !CloseMismatched(bracket, open)) return;
        if (bracket.IsField && bracket.Open == open)
        {
            brackets.RemoveAt(brackets.Count - 1);
            Emit(type, 1);
            EndField();
            return;
        }

        brackets.RemoveAt(brackets.Count - 1);
        Emit(type, 1);
    }

    /// <summary>Reports a closer of the wrong kind; true when an outer bracket matches it and is closed by it.</summary>
    private bool CloseMismatched(Bracket bracket, char open)
    {
        var closer = text[pos];
        if (bracket.IsField) Error($"f-string: unmatched '{closer}'", pos, pos + 1);
        else
        {
            int openLine = LineOf(bracket.Position), line = LineOf(pos);
            Error(openLine == line
                ? $"closing parenthesis '{closer}' does not match opening parenthesis '{bracket.Open}'"
                : $"closing parenthesis '{closer}' does not match opening parenthesis '{bracket.Open}' on line {openLine}", pos, pos + 1);
        }

        for (var i = brackets.Count - 1; i >= 0 && !brackets[i].IsField; i--)
        {
            if (brackets[i].Open != open) continue;
            brackets.RemoveRange(i + 1, brackets.Count - i - 1);
            return true;
        }

        tokens.Add(ERROR, pos, pos + 1);
        pos++;
        return false;
    }

    /// <summary>
    /// A keyword that only starts statements, at or left of the statement's indentation, shows that a bracket was left open:
    /// the line is a new statement.
    /// </summary>
    private void CloseForgottenBrackets(int start)
    {
        if (fields.Count > 0) return;
        var column = 0;
        for (var i = start - 1; i >= 0 && text[i] is not ('\n' or '\r'); i--)
        {
            if (text[i] is not (' ' or '\t' or '\f')) return;
            column = text[i] == '\t' ? column + 8 : column + 1;
        }

        if (column > indents[^1].Column) return;
        forgottenError = Errors.Count;
        ReportUnclosed();
        forgotten.AddRange(brackets);
        brackets.Clear();
        DecideSoftKeywords();
        tokens.Add(NEWLINE, start, start);
        var end = pos;
        pos = start - column;
        while (pos > 0 && text[pos - 1] is not ('\n' or '\r')) pos--;
        StartLine();
        pos = end;
    }

    /// <summary>Whether the bracket that a line was thought to have left open is closed by this late closer.</summary>
    private bool FindForgotten(char open)
    {
        if (forgotten.Count == 0 || forgotten[^1].Open != open) return false;
        forgotten.RemoveAt(forgotten.Count - 1);
        if (forgottenError < Ranks.Count) Ranks[forgottenError] = ErrorRank.Guessed;
        return true;
    }

    private void ReportUnclosed()
    {
        var bracket = brackets[^1];
        Error($"'{bracket.Open}' was never closed", bracket.Position, bracket.Position + 1, ErrorRank.Unclosed);
    }
}
