namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A constructor of an application or router.</summary>
/// <param name="PrefixKeyword">The keyword of the router's own path prefix; empty when it has none.</param>
/// <param name="Holder">The argument with the object that holds this one.</param>
/// <param name="VersionKeyword">The keyword of a version that stands before all of the path; empty when it has none.</param>
/// <param name="Members">The arguments with the routers it holds.</param>
/// <param name="DefaultPrefix">The argument whose text, after a slash, is the prefix when none is given.</param>
internal sealed record FrameworkObject(string Name, Framework Framework, bool IsApplication, string PrefixKeyword, ArgumentPlace? Holder, ArgumentPlace? DefaultPrefix, string VersionKeyword, ArgumentPlace? Members);
