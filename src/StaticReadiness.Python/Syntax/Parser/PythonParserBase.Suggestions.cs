using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    /// <summary>What CPython's grammar says about the mistakes it knows, or null where it only says that the syntax is invalid.</summary>
    private SyntaxFailure? Suggestion()
    {
        if (P == 0) return null;
        var isBracketed = IsInBrackets();
        return La switch
        {
            ASSIGN => SuggestComparison(isBracketed),
            RPAR or RSQB or RBRACE or COMMA when types[P - 1] == STAR && isBracketed && !IsInDefinition() => Fail("Invalid star expression", P - 1),
            RPAR or COMMA when types[P - 1] == ASSIGN && isBracketed => Fail("expected default value expression", P - 1),
            LPAR => ParenthesizedParameters(),
            STAR when types[P - 1] == SLASH => Fail("expected comma between / and *", P),
            _ => null,
        };
    }

    /// <summary>An `=` where `==` or `:=` may have been meant: behind an operand that begins a condition or an element of a display.</summary>
    private SyntaxFailure? SuggestComparison(bool isBracketed)
    {
        if (Sp == 0 || slots[Sp - 1].End != ends[P - 1]) return null;
        if (slots[Sp - 1].Value is Starred starred && isBracketed) return Fail("cannot assign to iterable argument unpacking", starred.Start, starred.End);
        if (slots[Sp - 1].Value is Keyword { Name: null } unpacked) return Fail("cannot assign to keyword argument unpacking", unpacked.Start, unpacked.End);
        if (slots[Sp - 1].Value is not Expression operand || !MayBeOperand(operand) || !IsComparedOnce()) return null;
        var first = Array.BinarySearch(starts, 0, P, slots[Sp - 1].Start);
        var before = first > 0 ? types[first - 1] : Eof;
        if (before is not (IF or ELIF or WHILE or MATCH) && !(isBracketed && before is LPAR or LSQB or LBRACE or COMMA)) return null;
        return operand is Name
            ? Fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", operand.Start, operand.End)
            : Fail($"cannot assign to {ExpressionNames.Of(operand)} here. Maybe you meant '==' instead of '='?", operand.Start, operand.End);
    }

    private bool MayBeOperand(Expression operand) => operand.Kind switch
    {
        SyntaxKind.List or SyntaxKind.Tuple or SyntaxKind.GeneratorExp => false,
        SyntaxKind.Constant => ((Constant)operand).ConstantKind is not (ConstantKind.None or ConstantKind.True or ConstantKind.False),
        SyntaxKind.Compare or SyntaxKind.BoolOp or SyntaxKind.IfExp or SyntaxKind.Lambda or SyntaxKind.NamedExpression => IsParenthesizedTop(operand),
        SyntaxKind.UnaryOp => ((UnaryOp)operand).Operator != UnaryOperator.Not || IsParenthesizedTop(operand),
        _ => true,
    };

    private bool IsParenthesizedTop(Expression operand) => slots[Sp - 1].Start < operand.Start;

    private bool IsComparedOnce() => StartsStatement[Math.Max(0, (int)types[P + 1])]
        && types[P + 1] is not (NOT or LAMBDA or STAR or YIELD or INDENT) && types[P + 2] is not (ASSIGN or COLONEQUAL);

    /// <summary>Python 2 allowed `def f(a, (b, c))`.</summary>
    private SyntaxFailure? ParenthesizedParameters()
    {
        var open = P - 1;
        while (open >= 0 && types[open] is NAME or COMMA) open--;
        var isLambda = open >= 0 && types[open] == LAMBDA;
        var isFunction = open >= 2 && types[open] == LPAR && types[open - 1] == NAME && types[open - 2] == DEF;
        var close = P + 1;
        while (types[close] is NAME or COMMA) close++;
        if ((!isLambda && !isFunction) || types[close] != RPAR || close == P + 1) return null;
        return Fail(isLambda ? "Lambda expression parameters cannot be parenthesized" : "Function parameters cannot be parenthesized", starts[P], ends[close]);
    }

    private bool IsInDefinition()
    {
        var i = P - 1;
        while (i >= 0 && types[i] is not (NEWLINE or INDENT or DEDENT or DEF or LAMBDA)) i--;
        return i >= 0 && types[i] is DEF or LAMBDA;
    }

    /// <summary>Whether CPython's grammar insists on the colon here, whatever stands instead.</summary>
    private bool MustBeColon()
    {
        if (types[P - 1] is TRY or ELSE or FINALLY) return true;
        var i = P - 1;
        while (i >= 0 && types[i] is not (NEWLINE or INDENT or DEDENT or COLON or SEMI)) i--;
        return types[i + 1] == DEF || (types[i + 1] == ASYNC && types[i + 2] == DEF);
    }
}
