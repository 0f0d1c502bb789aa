using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Documents;

/// <summary>A word or phrase set as code inside a sentence, or the target of a Sphinx role.</summary>
/// <param name="Role">The role, such as <c>py:func</c>; null for plain code.</param>
public sealed record DocumentLiteral(string Text, string? Role, TextSpan Span);
