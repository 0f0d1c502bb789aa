using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Tells Python 2 from broken Python 3 by CPython's own hints at the statements that changed (What's New In Python 3.0).</summary>
internal static class PythonTwo
{
    private static readonly string[] Hints =
    [
        "Missing parentheses in call to 'print'",
        "Missing parentheses in call to 'exec'",
        "multiple exception types must be parenthesized",
        "leading zeros in decimal integer literals are not permitted",
    ];

    private static readonly string[] Constructs = ["print ", "exec ", "raise ", "<>", "`"];

    public static bool IsLikely(SyntaxTree tree) => tree.Diagnostics.Any(error =>
        Hints.Any(hint => error.Message.StartsWith(hint, StringComparison.Ordinal))
        || (error.Message.StartsWith("invalid syntax", StringComparison.Ordinal) && StandsOnOldConstruct(tree, error)));

    private static bool StandsOnOldConstruct(SyntaxTree tree, SyntaxDiagnostic error)
    {
        var position = Math.Min(error.Span.Start, tree.Text.Length);
        var line = tree.Text.Slice(tree.Text.GetLineSpan(tree.Text.GetLineIndex(position))).TrimStart();
        foreach (var construct in Constructs)
            if (construct.Length > 2 ? construct == "raise " ? IsOldRaise(line) : line.StartsWith(construct) : line.Contains(construct, StringComparison.Ordinal)) return true;
        return false;
    }

    // raise E, "message"
    private static bool IsOldRaise(ReadOnlySpan<char> line) =>
        line.StartsWith("raise ") && line.IndexOf(',') is > 0 and var comma && !line[..comma].Contains('(');
}
