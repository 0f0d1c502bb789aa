using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>One route: methods, full path, and what answers.</summary>
/// <param name="Methods">The HTTP methods in upper case, or <c>*</c> for any.</param>
/// <param name="Path">The path with the prefixes of the routers around it; a part that is computed is written as an ellipsis.</param>
/// <param name="HandlerName">The qualified name of the function or class that answers; empty when it is unknown.</param>
public sealed record Route(Framework Framework, ImmutableArray<string> Methods, string Path, string HandlerName, Handler? Handler, Location Location)
{
    /// <summary>The name by which addresses are made of it, where the code gives one; of a REST framework's router the base name.</summary>
    public string? Name { get; init; }
}
