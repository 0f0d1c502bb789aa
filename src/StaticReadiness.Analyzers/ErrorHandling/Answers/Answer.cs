using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>What a request handler answers with one expression.</summary>
/// <param name="Value">The whole expression.</param>
/// <param name="Status">The HTTP status; null when it is computed.</param>
/// <param name="Body">The expression of the body; null when there is none.</param>
internal sealed record Answer(Expression Value, int? Status, Expression? Body, AnswerForm Form)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public bool IsFailure => Status >= 400;
}
