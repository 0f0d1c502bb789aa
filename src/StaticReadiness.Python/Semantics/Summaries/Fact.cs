namespace StaticReadiness.Python.Semantics;

/// <summary>One thing that running a function can do.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">What tells facts of one kind apart, such as the exception's class; empty where the kind alone says all.</param>
public readonly record struct Fact(FactKind Kind, string Subject);
