namespace StaticReadiness.Repository.Files;

/// <summary>One line of a <c>.gitignore</c> file, as gitignore(5) reads it.</summary>
internal sealed class IgnorePattern
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("*?[\\");

    private readonly string glob;
    private readonly bool basenameOnly;
    private readonly bool directoryOnly;
    private readonly bool literal;
    private readonly bool suffix;
    private readonly int literalLength;

    private IgnorePattern(string glob, bool negated, bool directoryOnly)
    {
        Negated = negated;
        this.directoryOnly = directoryOnly;
        basenameOnly = !glob.Contains('/');
        this.glob = glob.StartsWith('/') ? glob[1..] : glob;
        var special = this.glob.AsSpan().IndexOfAny(Special);
        literal = special < 0;
        literalLength = literal ? this.glob.Length : special;
        suffix = basenameOnly && glob.StartsWith('*') && glob.AsSpan(1).IndexOfAny(Special) < 0;
    }

    /// <summary>True for <c>!pattern</c>, which brings back what an earlier pattern excluded.</summary>
    public bool Negated { get; }

    /// <summary>The part before the first wildcard of a pattern that names a path; empty for one that names any base name.</summary>
    public string LiteralPrefix => basenameOnly ? "" : glob[..literalLength];

    public static IgnorePattern? Parse(ReadOnlySpan<char> line)
    {
        line = TrimTrailingSpaces(line);
        if (line.IsEmpty || line[0] == '#') return null;
        var negated = line[0] == '!';
        if (negated) line = line[1..];
        var directoryOnly = line.EndsWith("/");
        if (directoryOnly) line = line[..^1];
        return line.IsEmpty ? null : new IgnorePattern(line.ToString(), negated, directoryOnly);
    }

    /// <summary>Whether the pattern names this path, given relative to the directory of the file the pattern stands in.</summary>
    public bool IsMatch(ReadOnlySpan<char> path, ReadOnlySpan<char> name, bool isDirectory)
    {
        if (directoryOnly && !isDirectory) return false;
        var subject = basenameOnly ? name : path;
        if (literal) return subject.SequenceEqual(glob);
        if (suffix) return subject.EndsWith(glob.AsSpan(1));
        if (basenameOnly) return Wildmatch.IsMatch(glob, subject, slashSensitive: false);
        // Git compares the literal beginning first and matches the rest by itself: in `a**/b` the stars then stand at a beginning and cross slashes.
        return subject.StartsWith(glob.AsSpan(0, literalLength)) && Wildmatch.IsMatch(glob.AsSpan(literalLength), subject[literalLength..], slashSensitive: true);
    }

    /// <summary>Trailing spaces do not count unless a backslash quotes them.</summary>
    private static ReadOnlySpan<char> TrimTrailingSpaces(ReadOnlySpan<char> line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ') end--;
        if (end == line.Length) return line;
        var backslashes = 0;
        while (backslashes < end && line[end - 1 - backslashes] == '\\') backslashes++;
        return backslashes % 2 == 1 ? line[..(end + 1)] : line[..end];
    }
}
