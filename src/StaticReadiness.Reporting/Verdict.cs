using System.Collections.Immutable;

namespace StaticReadiness.Reporting;

/// <summary>What the gate says about a report.</summary>
/// <param name="Reasons">Why the exit code is not zero, each a clause such as <c>3 findings at or above error</c>.</param>
public sealed record Verdict(ExitCode ExitCode, ImmutableArray<string> Reasons);
