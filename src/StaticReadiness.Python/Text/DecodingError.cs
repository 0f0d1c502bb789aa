namespace StaticReadiness.Python.Text;

/// <summary>The reason why the bytes of a file are no Python source, in CPython's wording.</summary>
/// <param name="Message">What is wrong, such as <c>unknown encoding: foo</c>.</param>
/// <param name="Line">The zero-based line of the first offending byte, or of the encoding declaration.</param>
public sealed record DecodingError(string Message, int Line);
