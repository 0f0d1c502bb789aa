namespace StaticReadiness.Python.Syntax;

/// <summary>The kind of a piece of text between tokens; type comments are comments, and skipped text only occurs in files with errors.</summary>
public enum SyntaxTriviaKind : byte { Whitespace, Comment, EndOfLine, LineContinuation, Skipped }
