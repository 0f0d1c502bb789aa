namespace StaticReadiness.Python.Syntax;

/// <summary>The kind of a token. <c>match</c>, <c>case</c> and <c>type</c> are keywords only where they begin such a statement.</summary>
public enum SyntaxTokenKind : byte
{
    EndOfFile, Newline, Indent, Dedent, Name, Keyword, Number, String, FStringStart, FStringMiddle, FStringEnd, Operator, Error,
}
