using StaticReadiness.Analyzers.Frameworks.Sites;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>An application or router being created.</summary>
/// <param name="Key">What the variable it is put into is known by; null when it is put into none.</param>
internal sealed record ObjectFact(FrameworkObject Object, string? Key, SiteCall Site, SiteFile File)
{
    /// <summary>The constructor call.</summary>
    public SiteValue Call => Site.Node;
}
