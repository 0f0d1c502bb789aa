namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>What a framework does with a method of a resource class because of its name.</summary>
/// <param name="Verb">The HTTP method it answers.</param>
/// <param name="Suffix">What follows the resource's own path.</param>
internal sealed record ResourceAction(Framework Framework, string Name, string Verb, string Suffix);
