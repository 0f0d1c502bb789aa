using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>A place where internals of an exception get into an answer.</summary>
/// <param name="What">What is shown, as it reads in a message.</param>
/// <param name="IsRefusal">True when the answer blames the client.</param>
internal sealed record Exposure(Expression Place, string What, bool IsRefusal);
