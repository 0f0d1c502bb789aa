using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>Why a text is no requirement, and where in it.</summary>
public sealed record RequirementError(string Message, TextSpan Span);
