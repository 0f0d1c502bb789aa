using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Evidence;

/// <summary>A fact about a repository that its files do not hold.</summary>
/// <param name="Id">What it is about, such as <c>issue-response-median-days</c>; <see cref="FactIds"/> lists those that criteria ask for.</param>
/// <param name="Number">The value when it is a number, or a truth value as 0 or 1.</param>
/// <param name="Text">The value as written.</param>
/// <param name="Source">Where it comes from, for a person to check.</param>
public sealed record EvidenceFact(string Id, double? Number, string Text, string Source, DateOnly? Date, TextSpan Span);
