using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>A name and a literal that stand together in some file.</summary>
/// <param name="Span">The literal's place; what no writer may show.</param>
internal readonly record struct SecretCandidate(string Name, string Value, TextSpan Span);
