namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A key of configuration that makes a framework answer unforeseen exceptions.</summary>
/// <param name="Needed">What the value has to hold; empty when any value does.</param>
internal sealed record BoundaryKey(string Key, Framework Framework, string Needed);
