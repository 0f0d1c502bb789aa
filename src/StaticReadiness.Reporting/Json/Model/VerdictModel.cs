namespace StaticReadiness.Reporting.Json.Model;

/// <summary>Whether the gate holds, and why not.</summary>
internal sealed record VerdictModel(int ExitCode, IReadOnlyList<string> Reasons, bool Cancelled);
