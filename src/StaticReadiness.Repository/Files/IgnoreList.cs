namespace StaticReadiness.Repository.Files;

/// <summary>The patterns of one <c>.gitignore</c> file, with the directory they are relative to.</summary>
internal sealed class IgnoreList
{
    private static readonly string ByteOrderMark = ByteString.Of("\uFEFF");

    private readonly IgnorePattern[] patterns;

    private IgnoreList(string directory, IgnorePattern[] patterns)
    {
        Directory = directory;
        this.patterns = patterns;
    }

    /// <summary>The directory of the file, relative to the top of the working tree: empty, or ending with a slash.</summary>
    public string Directory { get; }

    public bool IsEmpty => patterns.Length == 0;

    public IReadOnlyList<IgnorePattern> Patterns => patterns;

    public static IgnoreList Parse(string content, string directory)
    {
        content = ByteString.Of(content);
        directory = ByteString.Of(directory);
        var patterns = new List<IgnorePattern>();
        var rest = content.AsSpan();
        if (rest.StartsWith(ByteOrderMark)) rest = rest[ByteOrderMark.Length..];
        foreach (var raw in rest.EnumerateLinesByFeed())
        {
            var line = raw.EndsWith("\r") ? raw[..^1] : raw;
            if (IgnorePattern.Parse(line) is { } pattern) patterns.Add(pattern);
        }

        return new IgnoreList(directory, [.. patterns]);
    }

    /// <summary>The verdict of the last pattern that names the path: excluded, brought back, or null when none does.</summary>
    /// <param name="path">Relative to the top of the working tree.</param>
    public bool? Decide(string path, bool isDirectory)
    {
        path = ByteString.Of(path);
        if (!path.StartsWith(Directory, StringComparison.Ordinal)) return null;
        var relative = path.AsSpan(Directory.Length);
        var name = relative[(relative.LastIndexOf('/') + 1)..];
        for (var i = patterns.Length - 1; i >= 0; i--)
            if (patterns[i].IsMatch(relative, name, isDirectory)) return !patterns[i].Negated;
        return null;
    }
}
