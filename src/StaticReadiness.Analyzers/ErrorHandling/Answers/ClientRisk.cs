using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>An expression that raises when a client sends something other than what is expected.</summary>
/// <param name="Shown">The part that a message shows.</param>
/// <param name="Key">The key that has to be there; null when none has.</param>
/// <param name="Exceptions">What it raises, the most telling name first.</param>
internal sealed record ClientRisk(Expression Place, Expression Shown, string? Key, string[] Exceptions);
