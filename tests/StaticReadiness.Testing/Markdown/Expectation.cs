namespace StaticReadiness.Testing.Markdown;

/// <summary>A finding that a case expects: a rule's name at a line (from 1; 0 for the file as a whole) of a file (empty for the repository).</summary>
public readonly record struct Expectation(string Path, int Line, string Rule);
