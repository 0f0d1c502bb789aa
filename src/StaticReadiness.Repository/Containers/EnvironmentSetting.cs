using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Containers;

/// <summary>An environment variable that a deployment file sets.</summary>
/// <param name="Value">The value; null when it is taken from elsewhere: a secret, a file, the host.</param>
/// <param name="Span">The place of the value, or of the name when there is none.</param>
public readonly record struct EnvironmentSetting(string Name, string? Value, TextSpan Span);
