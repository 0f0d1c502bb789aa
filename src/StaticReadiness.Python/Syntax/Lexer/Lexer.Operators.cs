using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal sealed partial class Lexer
{
    private void ScanOperator(char c)
    {
        var next = At(pos + 1);
        switch (c)
        {
            case '(': Open(LPAR); break;
            case '[': Open(LSQB); break;
            case '{': Open(LBRACE); break;
            case ')': Close('(', RPAR); break;
            case ']': Close('[', RSQB); break;
            case '}': Close('{', RBRACE); break;
            case ',': Emit(COMMA, 1); break;
            case ';': Emit(SEMI, 1); break;
            case '~': Emit(TILDE, 1); break;
            case '.': ScanDot(next); break;
            case ':': ScanColon(next); break;
            case '#': ScanComment(); break;
            case '\\': ScanContinuation(); break;
            case '=': if (next == '=') Emit(EQEQUAL, 2); else Emit(ASSIGN, 1); break;
            case '!': if (next == '=') Emit(NOTEQUAL, 2); else Emit(BANG, 1); break;
            case '+': Augmentable(PLUS, next, 1); break;
            case '%': Augmentable(PERCENT, next, 1); break;
            case '@': Augmentable(AT, next, 1); break;
            case '&': Augmentable(AMP, next, 1); break;
            case '|': Augmentable(VBAR, next, 1); break;
            case '^': Augmentable(CARET, next, 1); break;
            case '-': if (next == '>') Emit(ARROW, 2); else Augmentable(MINUS, next, 1); break;
            case '*': Doubled(c, next, STAR, DOUBLESTAR); break;
            case '/': Doubled(c, next, SLASH, DOUBLESLASH); break;
            case '<': ScanAngle(c, next, LESS, LESSEQUAL, LSHIFT); break;
            case '>': ScanAngle(c, next, GREATER, GREATEREQUAL, RSHIFT); break;
            default: ScanStray(c); break;
        }
    }

    private void Augmentable(int type, char next, int length)
    {
        if (next == '=') Emit(AUGASSIGN, length + 1);
        else Emit(type, length);
    }

    private void Doubled(char c, char next, int single, int doubled)
    {
        if (next == c) Augmentable(doubled, At(pos + 2), 2);
        else Augmentable(single, next, 1);
    }

    private void ScanAngle(char c, char next, int type, int orEqual, int shift)
    {
        if (next == c) Augmentable(shift, At(pos + 2), 2);
        else if (next == '=') Emit(orEqual, 2);
        else if (c == '<' && next == '>') Emit(NOTEQUAL, 2);
        else Emit(type, 1);
    }

    private void ScanDot(char next)
    {
        if (next is >= '0' and <= '9') ScanNumber();
        else if (next == '.' && At(pos + 2) == '.') Emit(ELLIPSIS, 3);
        else Emit(DOT, 1);
    }

    private void ScanColon(char next)
    {
        if (fields.Count > 0 && fields[^1].Depth == brackets.Count)
        {
            Emit(COLON, 1);
            StartFormatSpec();
        }
        else if (next == '=') Emit(COLONEQUAL, 2);
        else Emit(COLON, 1);
    }

    private void ScanStray(char c)
    {
        if (c == '\0') ErrorToken("source code cannot contain null bytes", pos, pos + 1);
        else if (c < ' ' || c == '\x7f') ErrorToken($"invalid non-printable character U+{(int)c:X4}", pos, pos + 1);
        else Emit(ERROR, 1);
    }
}
