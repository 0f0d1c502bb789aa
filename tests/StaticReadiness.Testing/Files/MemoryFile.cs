using StaticReadiness.Repository.Files;

namespace StaticReadiness.Testing.Files;

/// <summary>A file that exists only in a test.</summary>
public sealed class MemoryFile(string path, string content, FileRoles role) : RepositoryFile
{
    public override string Path { get; } = path;

    public override FileRoles Role { get; } = role;

    public string Content { get; } = content;
}
