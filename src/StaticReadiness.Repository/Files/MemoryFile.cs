namespace StaticReadiness.Repository.Files;

/// <summary>A file held in memory: an editor's buffer, or a test's input.</summary>
internal sealed class MemoryFile(string path, FileRoles pathRole, byte[] contents) : RepositoryFile(path, pathRole)
{
    public override long Length => contents.Length;

    public override Answer<byte[]> ReadBytes() => Answers.Known(contents);

    private protected override Answer<T> Read<T>(ContentsReader<T> reader) => reader(contents);
}
