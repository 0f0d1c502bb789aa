using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Containers;

/// <summary>A document that stands in the Dockerfile below the instruction that reads it.</summary>
/// <param name="Span">Its lines without the closing delimiter.</param>
public readonly record struct DockerHeredoc(string Name, bool Expands, TextSpan Span);
