namespace StaticReadiness.Repository.Files;

/// <summary>Matches the paths of files against a pattern written as in a <c>.gitignore</c>.</summary>
public static class PathPattern
{
    /// <summary>Whether the pattern names the file or a directory it lies in.</summary>
    public static bool Matches(string pattern, string path)
    {
        if (IgnorePattern.Parse(pattern) is not { } parsed) return false;
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            var part = path.AsSpan(0, end);
            if (parsed.IsMatch(part, part[(part.LastIndexOf('/') + 1)..], isDirectory: end < path.Length)) return true;
        }

        return false;
    }
}
