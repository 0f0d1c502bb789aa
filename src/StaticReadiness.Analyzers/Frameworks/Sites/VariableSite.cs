using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>The first assignment to a variable of a module.</summary>
/// <param name="Start">Where the assignment starts.</param>
internal sealed record VariableSite(int Start, int End, SiteValue Value)
{
    public TextSpan Span() => TextSpan.FromBounds(Start, End);
}
