using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>The strings an expression holds as far as its text shows them.</summary>
internal sealed class LiteralStrings
{
    public List<(string Text, TextSpan Span)> Items { get; } = [];

    /// <summary>Files the expression reads its strings from.</summary>
    public List<(string Path, TextSpan Span)> Files { get; } = [];

    /// <summary>Whether a part is known only when the code runs.</summary>
    public bool IsPartial { get; set; }
}
