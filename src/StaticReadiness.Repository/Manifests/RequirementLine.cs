using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>One logical line of a requirements file: continuations joined, its comment apart.</summary>
/// <param name="Content">The text without comment and surrounding blanks.</param>
/// <param name="Comment">The comments on the line and directly below it, without <c>#</c>, one a line.</param>
/// <param name="Span">From the first to the last character of the content on its first physical line.</param>
internal readonly record struct RequirementLine(string Content, string Comment, TextSpan Span);
