using System.IO.Enumeration;

namespace StaticReadiness.Repository.Files;

/// <summary>What one directory entry is, known without opening it.</summary>
internal readonly record struct DirectoryItem(string Name, bool IsDirectory, bool IsLink, long Length)
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
        ReturnSpecialDirectories = false,
    };

    /// <summary>The entries of a directory in ordinal order.</summary>
    public static List<DirectoryItem> List(string directory)
    {
        var items = new List<DirectoryItem>(new FileSystemEnumerable<DirectoryItem>(directory, Describe, Everything));
        items.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return items;
    }

    private static DirectoryItem Describe(ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;
        var isDirectory = !isLink && entry.IsDirectory;
        return new DirectoryItem(entry.FileName.ToString(), isDirectory, isLink, isLink || isDirectory ? 0 : entry.Length);
    }
}
