using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Suppression;

/// <summary>Reads our own comment: <c># static-readiness: ignore[rule-name, SR0102] reason</c>, or <c>ignore-file</c>.</summary>
internal static class OwnCommentReader
{
    private const string Marker = "static-readiness:";

    public static bool MayStandIn(ReadOnlySpan<char> text) => text.Contains(Marker, StringComparison.Ordinal);

    /// <summary>The parts of a comment; null when it is none of ours.</summary>
    /// <param name="comment">The text of the comment, with or without its opening mark.</param>
    public static (ImmutableArray<string> Words, string? Reason, bool IsForFile)? Read(ReadOnlySpan<char> comment)
    {
        var marker = comment.IndexOf(Marker);
        if (marker < 0 || comment[..marker].Trim("#/<!-*; \t").Length > 0) return null;
        var rest = comment[(marker + Marker.Length)..].Trim();
        if (!rest.StartsWith("ignore")) return null;
        rest = rest["ignore".Length..];
        var isForFile = rest.StartsWith("-file");
        if (isForFile) rest = rest["-file".Length..];
        rest = rest.TrimStart();
        if (!rest.StartsWith("[")) return ([], ReasonOf(rest), isForFile);
        var close = rest.IndexOf(']');
        if (close < 0) return ([], null, isForFile);
        var words = rest[1..close].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return ([.. words], ReasonOf(rest[(close + 1)..]), isForFile);
    }

    private static string? ReasonOf(ReadOnlySpan<char> text)
    {
        // a further comment on the same line is not part of the reason
        var next = text.IndexOf('#');
        if (next >= 0) text = text[..next];
        if (text.TrimEnd().EndsWith("-->")) text = text.TrimEnd()[..^3];
        var reason = text.Trim().TrimStart(":-–—").Trim();
        return reason.IsEmpty ? null : reason.ToString();
    }
}
