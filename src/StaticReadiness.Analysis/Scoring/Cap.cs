using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>A bound on a dimension's score while a rule has findings.</summary>
/// <param name="Rule">The rule's name; it feeds a criterion of the same dimension.</param>
/// <param name="Severity">The least severity of a finding that counts.</param>
public sealed record Cap(string Rule, double Maximum, DiagnosticSeverity Severity, string Reason);
