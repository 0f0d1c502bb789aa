namespace StaticReadiness.Repository.Files;

/// <summary>Arithmetic on paths relative to a repository's root, with forward slashes and without a disk.</summary>
public static class RepositoryPath
{
    /// <summary>The path that a reference in a file of the directory leads to; null when it is absolute or leads out of the repository.</summary>
    public static string? Combine(string directory, string reference)
    {
        if (reference.StartsWith('/') || reference.Contains('\0') || (reference.Length > 1 && reference[1] == ':')) return null;
        var parts = new List<string>(directory.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in reference.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else return null;
        }

        return string.Join('/', parts);
    }

    /// <summary>The directory of a path; empty for what lies at the root.</summary>
    public static string DirectoryOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static bool IsUnder(string path, string directory) =>
        directory.Length == 0 || (path.Length > directory.Length && path[directory.Length] == '/' && path.StartsWith(directory, StringComparison.Ordinal));
}
