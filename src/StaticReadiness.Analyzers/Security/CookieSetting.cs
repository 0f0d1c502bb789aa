using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.Security;

/// <summary>A setting of cookies or transport, and the value that makes it insecure.</summary>
/// <param name="Name">The setting, or the qualified name of the constructor that takes the argument.</param>
/// <param name="Keyword">The argument; empty for a setting.</param>
/// <param name="Bad">The value as it is written.</param>
/// <param name="IsBadByDefault">Whether saying nothing is the same as the bad value.</param>
/// <param name="Effect">What the bad value does, to follow its name in a sentence.</param>
internal sealed record CookieSetting(string Name, string Keyword, string Bad, DiagnosticSeverity Severity, bool IsBadByDefault, string Effect);
