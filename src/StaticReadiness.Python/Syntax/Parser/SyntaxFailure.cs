namespace StaticReadiness.Python.Syntax;

/// <summary>Leaves a statement that cannot be parsed; its diagnostic is already recorded. Caught by the statement rule.</summary>
internal sealed class SyntaxFailure : Exception;
