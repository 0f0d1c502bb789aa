namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A constructor of an application or router.</summary>
/// <param name="PrefixKeyword">The keyword of the router's own path prefix; empty when it has none.</param>
internal sealed record FrameworkObject(string Name, Framework Framework, bool IsApplication, string PrefixKeyword);
