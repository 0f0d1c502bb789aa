namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>A part of a module's <c>urlpatterns</c>: a list, or the module that they are imported from.</summary>
/// <param name="Level">The number of dots before the module's name.</param>
internal sealed record PatternSite(SiteValue? List, string? Module = null, int? Level = null);
