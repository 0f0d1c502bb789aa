using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Documents;

/// <summary>A heading of a document.</summary>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Anchor">The fragment by which a link reaches it, as hosting services and Sphinx make it.</param>
public sealed record DocumentHeading(string Title, int Level, TextSpan Span, string Anchor);
