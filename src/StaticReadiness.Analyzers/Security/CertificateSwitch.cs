namespace StaticReadiness.Analyzers.Security;

/// <summary>An argument that turns the check of certificates off.</summary>
/// <param name="Prefix">The beginning of the qualified name of the function.</param>
/// <param name="Bad">The value that does it: a keyword of Python, or the last name of a constant.</param>
internal sealed record CertificateSwitch(string Prefix, string Keyword, string Bad);
