using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>A place in a file of the repository.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes; empty for the repository as a whole.</param>
/// <param name="Text">The file's text, or null when the place is the file or the repository as a whole.</param>
/// <param name="Span">The span in the text, in UTF-16 code units.</param>
public sealed record Location(string Path, SourceText? Text, TextSpan Span)
{
    /// <summary>A finding about the repository as a whole, such as a file that is missing.</summary>
    public static Location Repository { get; } = new("", null, default);

    /// <summary>A finding about a file as a whole.</summary>
    public static Location OfFile(string path) => new(path, null, default);
}
