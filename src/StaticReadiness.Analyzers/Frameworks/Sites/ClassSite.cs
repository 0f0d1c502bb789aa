namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>The values that the body of a class gives names.</summary>
/// <param name="Start">Where the class starts.</param>
internal sealed record ClassSite(int Start, Dictionary<string, SiteValue> Values);
