using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A class of the project whose methods a framework calls.</summary>
internal sealed record ClassFact(FrameworkBaseClass Base, ClassSymbol Class);
