using System.Collections.Immutable;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A base class whose methods a framework calls.</summary>
/// <param name="Boundaries">Methods that, overridden, see what handlers raise.</param>
internal sealed record FrameworkBaseClass(string Name, Framework Framework, string Role, ImmutableArray<string> Methods, ImmutableArray<string> Boundaries);
