using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Something in a manifest or lock that could not be read, or is decided only when it runs.</summary>
/// <param name="Message">The fact in one line, without final full stop.</param>
/// <param name="File">The file, relative to the repository's root.</param>
/// <param name="Span">The place in it.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record ManifestNotice(string Message, string File, TextSpan Span, int Line)
{
    internal static ManifestNotice At(string message, string file, SourceText text, TextSpan span) =>
        new(message, file, span, text.GetLineIndex(Math.Min(span.Start, text.Length)) + 1);
}
