using StaticReadiness.Repository.Files;

namespace StaticReadiness.Testing.Files;

/// <summary>A repository that exists only in a test.</summary>
public sealed class MemoryFiles(IEnumerable<MemoryFile> files) : RepositoryFiles
{
    public override IReadOnlyList<RepositoryFile> Files { get; } = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static MemoryFiles Of(params ReadOnlySpan<(string Path, string Content)> files)
    {
        var list = new List<MemoryFile>();
        foreach (var (path, content) in files) list.Add(new MemoryFile(path, content, RoleOf(path)));
        return new MemoryFiles(list);
    }

    private static FileRoles RoleOf(string path) =>
        path.StartsWith("tests/", StringComparison.Ordinal) || System.IO.Path.GetFileName(path).StartsWith("test_", StringComparison.Ordinal)
            ? FileRoles.Test
            : FileRoles.Application;
}
