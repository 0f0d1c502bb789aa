namespace StaticReadiness.Repository.Manifests;

/// <summary>Paths that manifests write, taken relative to the manifest and kept inside the repository.</summary>
internal static class ManifestPath
{
    /// <summary>The repository path that <paramref name="target"/> means in a file, or null when it leaves the root, is absolute or a URL.</summary>
    public static string? Resolve(string file, string target)
    {
        target = target.Replace('\\', '/');
        if (target.StartsWith("file:", StringComparison.Ordinal) && !target.StartsWith("file:/", StringComparison.Ordinal)) target = target[5..];
        if (target.Length == 0 || target[0] is '/' or '~' || target.Contains("://", StringComparison.Ordinal) || target.Contains(':')) return null;
        var parts = new List<string>(file.Split('/')[..^1]);
        foreach (var part in target.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }
}
