namespace StaticReadiness.Repository.Files;

/// <summary>Says where symbolic links lead, without opening what they lead to.</summary>
internal static class LinkResolver
{
    /// <summary>The path of the target relative to the root when it lies inside and exists, and one clause about the link.</summary>
    public static (string? Target, string Detail) Resolve(string root, string path)
    {
        try
        {
            var target = new FileInfo(Path.Combine(root, path)).ResolveLinkTarget(returnFinalTarget: true);
            if (target is null) return (null, "a symbolic link");
            var relative = Path.GetRelativePath(root, target.FullName).Replace('\\', '/');
            if (relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)) return (null, "a link that leads out of the repository");
            if (relative == ".") return (null, "a link to the repository's root");
            if (Directory.Exists(target.FullName)) return (null, $"a link to the directory {relative}, which is read at its own place");
            return target.Exists ? (relative, $"a link to {relative}, which is read at its own place") : (null, $"a link to {relative}, which does not exist");
        }
        catch (IOException)
        {
            return (null, "a link that leads round in a circle");
        }
        catch (UnauthorizedAccessException)
        {
            return (null, "a link that the operating system does not let us follow");
        }
    }
}
