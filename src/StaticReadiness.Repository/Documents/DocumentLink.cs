using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Documents;

/// <summary>A link, image or inclusion.</summary>
/// <param name="Target">The target as written.</param>
/// <param name="Span">The place of the target, or of the whole link where the target has none of its own.</param>
public sealed record DocumentLink(string Target, string Text, bool IsImage, TextSpan Span)
{
    /// <summary>Whether the target is a path within the repository: no scheme, no host, no template.</summary>
    public bool IsRelative => PathPart.Length > 0 && !Target.StartsWith('/') && !Target.StartsWith('#') && !HasScheme && Target.IndexOfAny(['{', '}', '<', '>', '$', '|']) < 0;

    /// <summary>The target without query and fragment, percent-decoded.</summary>
    public string PathPart
    {
        get
        {
            var end = Target.IndexOfAny(['#', '?']);
            return Uri.UnescapeDataString(end < 0 ? Target : Target[..end]);
        }
    }

    /// <summary>What stands behind <c>#</c>, or null.</summary>
    public string? Fragment => Target.IndexOf('#') is var hash and >= 0 ? Target[(hash + 1)..] : null;

    private bool HasScheme
    {
        get
        {
            var colon = Target.IndexOf(':');
            return colon > 0 && Target.AsSpan(0, colon).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-") < 0;
        }
    }
}
