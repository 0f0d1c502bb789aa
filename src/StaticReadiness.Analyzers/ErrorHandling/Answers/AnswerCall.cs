namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>A function or class that makes a response.</summary>
/// <param name="Position">The index of the status among the positional arguments, -1 when it is keyword-only.</param>
/// <param name="Keyword">The keyword of the status; empty when the status is fixed.</param>
/// <param name="Status">The status when none is given.</param>
/// <param name="Body">The index of the body among the positional arguments, -1 when there is none.</param>
internal sealed record AnswerCall(int Position, string Keyword, int Status, AnswerForm Form, int Body);
