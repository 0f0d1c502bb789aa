using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

/// <summary>Python's reserved words and the tokens they are.</summary>
internal static class Keywords
{
    public static readonly (string Text, int Type)[] All =
    [
        ("False", FALSE), ("None", NONE), ("True", TRUE), ("and", AND), ("as", AS), ("assert", ASSERT), ("async", ASYNC),
        ("await", AWAIT), ("break", BREAK), ("class", CLASS), ("continue", CONTINUE), ("def", DEF), ("del", DEL), ("elif", ELIF),
        ("else", ELSE), ("except", EXCEPT), ("finally", FINALLY), ("for", FOR), ("from", FROM), ("global", GLOBAL), ("if", IF),
        ("import", IMPORT), ("in", IN), ("is", IS), ("lambda", LAMBDA), ("nonlocal", NONLOCAL), ("not", NOT), ("or", OR),
        ("pass", PASS), ("raise", RAISE), ("return", RETURN), ("try", TRY), ("while", WHILE), ("with", WITH), ("yield", YIELD),
    ];

    /// <summary>Whether a line that starts with this token cannot be the inside of an expression.</summary>
    public static bool StartsStatementOnly(int type) => type is ASSERT or BREAK or CLASS or CONTINUE or DEF or DEL or EXCEPT or FINALLY
        or GLOBAL or IMPORT or NONLOCAL or PASS or RAISE or RETURN or TRY or WHILE or WITH;
}
