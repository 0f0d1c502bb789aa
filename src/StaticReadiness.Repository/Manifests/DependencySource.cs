namespace StaticReadiness.Repository.Manifests;

/// <summary>Where a dependency is taken from.</summary>
/// <param name="Kind">An index, an archive's URL, a version control system or a path.</param>
/// <param name="Location">The URL or path; the index's name or URL where one is named; empty for the default index.</param>
/// <param name="Reference">The commit, tag or branch of a version control source, or null.</param>
/// <param name="IsEditable">Whether it is installed in place.</param>
public sealed record DependencySource(DependencySourceKind Kind, string Location = "", string? Reference = null, bool IsEditable = false)
{
    private static readonly string[] VersionControlSchemes = ["git+", "hg+", "svn+", "bzr+"];

    public static DependencySource Index { get; } = new(DependencySourceKind.Index);

    /// <summary>Whether the reference is a full commit hash, which alone cannot move.</summary>
    public bool IsPinnedToCommit => Reference is { Length: 40 or 64 } reference && reference.All(char.IsAsciiHexDigit);

    /// <summary>Classifies a URL or path as requirement files and direct references write them.</summary>
    public static DependencySource FromUrl(string url, bool isEditable = false)
    {
        var fragment = url.IndexOf('#');
        var plain = fragment < 0 ? url : url[..fragment];
        if (VersionControlSchemes.Any(scheme => plain.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) || plain.StartsWith("git@", StringComparison.Ordinal))
        {
            var authority = plain.IndexOf("//", StringComparison.Ordinal);
            var path = plain.IndexOf('/', authority < 0 ? 0 : authority + 2);
            var at = plain.LastIndexOf('@');
            return at > path && path > 0
                ? new DependencySource(DependencySourceKind.VersionControl, plain[..at], plain[(at + 1)..], isEditable)
                : new DependencySource(DependencySourceKind.VersionControl, plain, null, isEditable);
        }

        if (plain.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) return new DependencySource(DependencySourceKind.Path, plain, null, isEditable);
        return plain.Contains("://", StringComparison.Ordinal)
            ? new DependencySource(DependencySourceKind.Url, plain, null, isEditable)
            : new DependencySource(DependencySourceKind.Path, plain, null, isEditable);
    }
}

/// <summary>The kinds of place a dependency is taken from.</summary>
public enum DependencySourceKind : byte { Index, Url, VersionControl, Path, Workspace, Conda }
