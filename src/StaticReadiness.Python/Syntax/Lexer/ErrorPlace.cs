using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>Makes diagnostics at the lines CPython names.</summary>
internal static class ErrorPlace
{
    public static SyntaxDiagnostic At(string text, string message, int start, int end, SyntaxErrorKind kind)
    {
        // What is missing at the end of the file is missed on the last line: a final line end opens no new one.
        if (start >= text.Length && text.Length > 0 && text[^1] is '\n' or '\r')
            start = end = text.EndsWith("\r\n") ? text.Length - 2 : text.Length - 1;
        return new SyntaxDiagnostic(message, TextSpan.FromBounds(start, Math.Max(start, end)), kind);
    }
}
