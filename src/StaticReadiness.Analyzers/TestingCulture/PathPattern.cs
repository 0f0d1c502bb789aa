using System.Collections.Immutable;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>The path of a route or of a request, with gaps where it is computed or takes parameters.</summary>
internal sealed class PathPattern
{
    /// <summary>What stands for a computed part in the text of a request.</summary>
    public const char Hole = '\u0001';

    // null is one segment of any text, Rest any number of them
    private const string Rest = "\u0002";
    private readonly ImmutableArray<string?> segments;

    private PathPattern(ImmutableArray<string?> segments) => this.segments = segments;

    public bool HasLiteral => segments.Any(segment => segment is not (null or Rest));

    public bool IsRoot => segments.IsEmpty;

    /// <summary>The path of a route in any framework's notation: braces, angle brackets, colons, regular expressions.</summary>
    public static PathPattern OfRoute(string path)
    {
        path = path.Trim('^', '$').TrimEnd('?');
        return new([.. SplitOutsideBrackets(path).Where(segment => segment.Length > 0 && segment != "?").Select(SegmentOfRoute)]);
    }

    /// <summary>The path that a test asks for: without scheme, host and query; null when it is none.</summary>
    public static PathPattern? OfRequest(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) text = text.IndexOf('/', scheme + 3) is > 0 and var slash ? text[slash..] : "/";
        var end = text.IndexOfAny(['?', '#']);
        if (end >= 0) text = text[..end];
        if (text.Length == 0 || !text.Contains('/') || text.AsSpan().ContainsAny(" \t\n<>\\")) return null;
        var parts = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new([.. parts.SelectMany((part, i) => SegmentsOfRequest(part, isFirst: i == 0 && text[0] != '/'))]);
    }

    /// <summary>Whether a request's path can be that of this route, also when a prefix of the route is left to the client, or one of the request to a router that is not known.</summary>
    public bool Accepts(PathPattern request)
    {
        if (IsRoot || request.IsRoot) return IsRoot && request.IsRoot;
        if (Unify(0, request.segments, 0, isAnchored: true)) return true;
        for (var start = 1; start < segments.Length; start++)
            if (Unify(start, request.segments, 0, isAnchored: false)) return true;
        for (var start = 1; start < request.segments.Length; start++)
            if (Unify(0, request.segments, start, isAnchored: false)) return true;
        return false;
    }

    // Without the beginning, a parameter alone would match whatever a test asks for: some literal has to agree.
    private bool Unify(int mine, ImmutableArray<string?> request, int other, bool isAnchored)
    {
        if (mine == segments.Length && other == request.Length) return isAnchored;
        if (mine < segments.Length && segments[mine] == Rest) return Unify(mine + 1, request, other, isAnchored) || (other < request.Length && Unify(mine, request, other + 1, isAnchored));
        if (other < request.Length && request[other] == Rest) return Unify(mine, request, other + 1, isAnchored) || (mine < segments.Length && Unify(mine + 1, request, other, isAnchored));
        if (mine == segments.Length || other == request.Length) return false;
        var (own, asked) = (segments[mine], request[other]);
        if (own is null || asked is null) return Unify(mine + 1, request, other + 1, isAnchored);
        return string.Equals(own, asked, StringComparison.OrdinalIgnoreCase) && Unify(mine + 1, request, other + 1, isAnchored: true);
    }

    // `f"{BASE}items/{id}"`: what is inserted first may be several segments and end with a slash.
    private static IEnumerable<string?> SegmentsOfRequest(string part, bool isFirst)
    {
        if (!part.Contains(Hole)) return [part];
        if (!isFirst) return [null];
        var rest = part.TrimStart(Hole);
        return rest.Length == 0 ? [Rest] : rest.Contains(Hole) ? [Rest, null] : [Rest, rest];
    }

    private static string? SegmentOfRoute(string segment)
    {
        if (segment.Contains('…') || segment.Contains(":path", StringComparison.Ordinal) || segment.Contains("path:", StringComparison.Ordinal) || segment.Contains(".*") || segment.Contains(".+") || segment.StartsWith('*')) return Rest;
        if (segment.AsSpan().ContainsAny("<{([") || segment.StartsWith(':') || segment.Contains('\\')) return null;
        return segment.TrimEnd('$', '?');
    }

    private static IEnumerable<string> SplitOutsideBrackets(string path)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] is '(' or '[' or '{' or '<') depth++;
            else if (path[i] is ')' or ']' or '}' or '>') depth--;
            else if (path[i] == '/' && depth <= 0)
            {
                yield return path[start..i];
                start = i + 1;
            }
        }

        yield return path[start..];
    }
}
