using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    private static readonly bool[] StartsStatement = Table(NAME, NUMBER, STRING, FSTRING_START, TSTRING_START, LPAR, LSQB, LBRACE, NONE,
        TRUE, FALSE, ELLIPSIS, NOT, MINUS, PLUS, TILDE, STAR, AWAIT, LAMBDA, YIELD, FROM, PASS, BREAK, CONTINUE, RETURN, RAISE, GLOBAL,
        NONLOCAL, DEL, ASSERT, IMPORT, TYPE, IF, WHILE, FOR, TRY, WITH, DEF, CLASS, ASYNC, AT, MATCH, INDENT);

    private static readonly bool[] StartsExpression = Table(NAME, NUMBER, STRING, FSTRING_START, TSTRING_START, LPAR, LSQB, LBRACE, NONE,
        TRUE, FALSE, ELLIPSIS, NOT, MINUS, PLUS, TILDE, AWAIT, LAMBDA);

    private readonly List<SyntaxDiagnostic> errors = [];
    private int recoveredAt;

    private static bool[] Table(params ReadOnlySpan<int> tokenTypes)
    {
        var table = new bool[TokenNames.Length];
        foreach (var type in tokenTypes) table[type] = true;
        return table;
    }

    protected SyntaxFailure Unexpected() => Suggestion() ?? (IsInBrackets() ? ForgottenComma() : null) ?? Fail(DescribeUnexpected(), P);

    private SyntaxFailure Fail(string message, int token) => Fail(message, starts[token], ends[token]);

    private SyntaxFailure Fail(string message, int start, int end, SyntaxErrorKind kind = SyntaxErrorKind.SyntaxError)
    {
        Report(message, start, end, kind);
        return new SyntaxFailure();
    }

    private void Report(string message, int start, int end, SyntaxErrorKind kind = SyntaxErrorKind.SyntaxError)
    {
        if (errors.Count < SyntaxLimits.Diagnostics) errors.Add(ErrorPlace.At(text, message, start, end, kind));
    }

    private SyntaxFailure TooHigh(SyntaxNode node) => Fail("too many nested or chained expressions or statements", node.Start, node.Start);

    /// <summary>Gives up a statement: skips to the next line, keeps the statements of it that are whole, and goes on behind it.</summary>
    protected void Recover(int mark, int first, int depth)
    {
        Depth = depth;
        operators = 0;
        SkipLine(first);
        var level = 0;
        var headerEnd = -1;
        for (var i = first; i < P; i++)
        {
            if (types[i] == INDENT) level++;
            else if (types[i] == DEDENT) level--;
            else if (types[i] == NEWLINE && headerEnd < 0) headerEnd = ends[i - 1];
        }

        if (headerEnd < 0) headerEnd = ends[Math.Max(first, P - 1)];
        KeepWholeStatements(mark, starts[first], Math.Max(headerEnd, starts[first]));
        recoveredAt = P;
        SkipStray();
        while (level > 0 && La != Eof)
        {
            if (La == DEDENT)
            {
                P++;
                level--;
            }
            else statement();
        }

        SkipStray();
    }

    private void SkipLine(int first)
    {
        if (P > first && types[P - 1] is NEWLINE or DEDENT) return;
        while (types[P] is not (NEWLINE or INDENT or DEDENT or Eof)) P++;
        if (types[P] == NEWLINE) P++;
        else if (P == first && types[P] != Eof) P++;
    }

    private void KeepWholeStatements(int mark, int start, int end)
    {
        var kept = new List<Statement>();
        for (var i = mark; i < Sp; i++)
        {
            switch (slots[i].Value)
            {
                case Statement statement: kept.Add(statement); break;
                case ExceptHandler handler: kept.AddRange(handler.Body); break;
                case MatchCase matchCase: kept.AddRange(matchCase.Body); break;
            }
        }

        var height = 1;
        for (var i = mark; i < Sp; i++) height = Math.Max(height, slots[i].Height);
        Sp = mark;
        Push(new ErrorStatement(start, end));
        foreach (var statement in kept) PushValue(statement, statement.Start, statement.End, height);
    }

    /// <summary>Skips lines that no statement starts with, such as one that starts with a closing bracket or `else`.</summary>
    protected void SkipStray()
    {
        while (types[P] >= 0 && types[P] != DEDENT && !StartsStatement[types[P]])
        {
            var first = P;
            Report(DescribeUnexpected(), starts[P], ends[P]);
            P++;
            SkipLine(first - 1);
            Push(new ErrorStatement(starts[first], Math.Max(starts[first], ends[types[P - 1] == NEWLINE ? Math.Max(first, P - 2) : P - 1])));
            recoveredAt = P;
        }
    }

    protected void SkipRest()
    {
        while (types[P] != Eof)
        {
            if (types[P] == DEDENT) P++;
            else statement();
            SkipStray();
        }
    }

    protected void UnexpectedIndent()
    {
        if (P != recoveredAt) Report(UnexpectedIndentMessage, starts[P], ends[P], SyntaxErrorKind.IndentationError);
    }

    private string DescribeUnexpected() => types[P] switch
    {
        INDENT => UnexpectedIndentMessage,
        >= 0 when P > 0 && types[P - 1] == NAME && StartsExpression[types[P]] && NameAt(P - 1) is "print" or "exec" && StartsAfterLayout(P - 1) =>
            $"Missing parentheses in call to '{NameAt(P - 1)}'. Did you mean {NameAt(P - 1)}(...)?",
        _ => "invalid syntax",
    };

    private bool StartsAfterLayout(int token) => token == 0 || types[token - 1] is NEWLINE or INDENT or DEDENT or SEMI or COLON;

    protected void Header()
    {
        if (La == COLON) return;
        throw La == NEWLINE || MustBeColon() ? Fail("expected ':'", P) : Unexpected();
    }

    protected void ExpectBlock(int owner)
    {
        if (La == INDENT) return;
        var line = LineOf(starts[owner]);
        throw Fail($"expected an indented block after {OwnerName(owner)} on line {line}", starts[P], ends[P], SyntaxErrorKind.IndentationError);
    }

    private string OwnerName(int owner) => types[owner] switch
    {
        DEF => "function definition",
        CLASS => "class definition",
        EXCEPT when types[owner + 1] == STAR => "'except*' statement",
        _ => $"'{text.AsSpan(starts[owner], ends[owner] - starts[owner])}' statement",
    };

    private int LineOf(int offset) => sourceText.GetLineIndex(offset) + 1;

    /// <summary>In a field of an f-string the colon of a lambda starts the format specification.</summary>
    protected void AfterLambdaColon(int keyword)
    {
        if (La is FSTRING_MIDDLE or RBRACE) throw Fail("f-string: lambda expressions are not allowed without parentheses", keyword);
    }

    protected void ExpectEndOfLine()
    {
        if (La != NEWLINE) throw Unexpected();
    }

    /// <summary>Behind a comma that nothing follows: one comma may end a list, two may not.</summary>
    protected void NoComma()
    {
        if (La == COMMA) throw Unexpected();
    }

    protected void ExpectIn()
    {
        if (La != IN) throw Unexpected();
    }

    protected void ExpectComprehensionIn()
    {
        if (La != IN) throw Fail("'in' expected after for-loop variables", P);
    }

    protected void ExpectOpen()
    {
        if (La != LPAR) throw Fail("expected '('", P);
    }

    protected void ExpectElse()
    {
        if (La != ELSE) throw Fail("expected 'else' after 'if' expression", P);
    }

    protected void ExpectHandler()
    {
        if (La is not (EXCEPT or FINALLY)) throw Fail("expected 'except' or 'finally' block", P);
    }

    protected void ExpectClose(int mark, int open)
    {
        if (La is RPAR or RSQB or RBRACE) return;
        if (La is FOR or ASYNC && Sp > mark + 1 && types[open] is LSQB or LBRACE && slots[Sp - 1].Value is not Syntax.Comprehension)
            throw Fail("did you forget parentheses around the comprehension target?", slots[mark].Start, End);
        throw Unexpected();
    }

    private bool IsInBrackets()
    {
        var depth = 0;
        for (var i = P - 1; i >= 0 && types[i] is not (NEWLINE or INDENT or DEDENT); i--)
        {
            if (types[i] is RPAR or RSQB or RBRACE) depth--;
            else if (types[i] is LPAR or LSQB or LBRACE && ++depth > 0) return true;
        }

        return false;
    }

    /// <summary>The error for two expressions side by side in brackets, or null when the next token starts none.</summary>
    private SyntaxFailure? ForgottenComma()
    {
        if (La < 0 || !StartsExpression[La] || Sp == 0 || slots[Sp - 1].End != End) return null;
        var last = slots[Sp - 1].Value is Keyword { } keyword ? keyword.Value : slots[Sp - 1].Value as Expression;
        if (last is null || (last is Name && types[P - 1] == NAME && La is STRING or FSTRING_START or TSTRING_START)) return null;
        if (types[P - 1] == NAME && NameAt(P - 1) is "print" or "exec") return null;
        return Fail("invalid syntax. Perhaps you forgot a comma?", last is IfExp { } or Lambda { } ? starts[P - 1] : last.Start, ends[P]);
    }
}
