namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>A token found in a text: its format and its place in that text.</summary>
internal readonly record struct SecretMatch(SecretFormat Format, int Start, int Length);
