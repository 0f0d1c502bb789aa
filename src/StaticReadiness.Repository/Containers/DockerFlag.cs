using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Containers;

/// <summary>An option in front of an instruction's arguments, such as <c>--from=build</c>.</summary>
public readonly record struct DockerFlag(string Name, string? Value, TextSpan Span);
