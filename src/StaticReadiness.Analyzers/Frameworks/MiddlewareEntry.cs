using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>One piece of middleware, in the order requests meet it.</summary>
/// <param name="Name">The qualified name of the class or function, or its text when it is unknown.</param>
/// <param name="ApplicationKey">What it is registered on; null when that cannot be followed.</param>
public sealed record MiddlewareEntry(Framework Framework, string Name, string? ApplicationKey, Location Location)
{
    /// <summary>True when it is made with arguments, by which two of a kind may differ.</summary>
    public bool HasArguments { get; init; }
}
