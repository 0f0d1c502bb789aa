namespace StaticReadiness.Dev;

/// <summary>The Python files that paths given on a command line stand for.</summary>
internal static class PythonFiles
{
    /// <summary>A file stands for itself, a directory for the <c>*.py</c> files under it in ordinal order.</summary>
    public static List<string> Find(IEnumerable<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(path);
                continue;
            }

            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
            var found = Directory.GetFiles(path, "*.py", options);
            Array.Sort(found, StringComparer.Ordinal);
            files.AddRange(found);
        }

        return files;
    }
}
