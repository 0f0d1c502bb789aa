namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>What kind of body an answer has; any when the expression does not tell.</summary>
internal enum AnswerForm { Any, Json, Text, Html, None }
