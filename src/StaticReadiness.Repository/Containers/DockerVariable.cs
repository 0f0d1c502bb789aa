using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Containers;

/// <summary>A variable or label that a Dockerfile sets.</summary>
/// <param name="Span">The place of the whole assignment.</param>
public readonly record struct DockerVariable(string Name, string? Value, TextSpan Span);
