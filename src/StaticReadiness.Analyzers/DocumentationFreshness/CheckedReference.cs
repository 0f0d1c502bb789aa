using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Something a document names and the repository was asked for.</summary>
/// <param name="Span">Where the document names it.</param>
/// <param name="Culprit">What it names; told once a document.</param>
/// <param name="Problem">What is wrong with it as it reads in a message, or null when it exists.</param>
internal sealed record CheckedReference(TextSpan Span, string Culprit, string? Problem);
