namespace StaticReadiness.Python.Semantics;

/// <summary>What a call expression runs.</summary>
/// <param name="Function">The function of the project, or null.</param>
/// <param name="Name">The qualified name, or null when the callee is unknown.</param>
/// <param name="Wrapper">The library wrapper the function was put into, or null.</param>
internal readonly record struct ResolvedCall(FunctionSymbol? Function, string? Name, string? Wrapper);
