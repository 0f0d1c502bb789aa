using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Evidence;

/// <summary>One check of another tool.</summary>
/// <param name="Score">From 0 to 1; unknown when the tool could not tell.</param>
/// <param name="Reason">The tool's own words.</param>
public sealed record ToolCheck(string Name, Answer<double> Score, string Reason, TextSpan Span);
