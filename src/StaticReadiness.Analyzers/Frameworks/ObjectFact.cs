using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>An application or router being created.</summary>
/// <param name="Key">What the variable it is put into is known by; null when it is put into none.</param>
/// <param name="Call">The constructor call, or the decorated function that stands for an implicit application.</param>
internal sealed record ObjectFact(FrameworkObject Object, string? Key, Call Call, SemanticModel Model);
