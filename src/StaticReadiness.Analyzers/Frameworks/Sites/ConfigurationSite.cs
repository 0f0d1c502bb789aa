using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>A key of configuration that the tables know, with what it is set to.</summary>
internal sealed record ConfigurationSite(string Key, int Start, int End, SiteValue? Value = null)
{
    public TextSpan Span() => TextSpan.FromBounds(Start, End);
}
