namespace StaticReadiness.Repository.Files;

/// <summary>A file on disk.</summary>
internal sealed class DiskFile(string path, FileRoles pathRole, string physicalPath, long length) : RepositoryFile(path, pathRole)
{
    /// <summary>Above this a file that grew since it was listed is refused.</summary>
    private const long MaxGrowth = 1024 * 1024;

    public override long Length => length;

    public override Answer<byte[]> ReadBytes() => Read(int.MaxValue);

    private protected override Answer<byte[]> ReadHead(int head) => Read(head);

    private Answer<byte[]> Read(int limit)
    {
        // Pipes and devices have no length: what is never opened cannot hang.
        if (length == 0) return Answers.Known(Array.Empty<byte>());
        try
        {
            using var handle = File.OpenHandle(physicalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
            var now = RandomAccess.GetLength(handle);
            if (now > length + MaxGrowth) return Answers.Unknown<byte[]>("the file is growing while it is read");
            var bytes = new byte[Math.Min(now, limit)];
            var filled = 0;
            while (filled < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(filled), filled) is > 0 and var read) filled += read;
            return Answers.Known(filled == bytes.Length ? bytes : bytes[..filled]);
        }
        catch (UnauthorizedAccessException)
        {
            return Answers.Unknown<byte[]>("the operating system denies access");
        }
        catch (FileNotFoundException)
        {
            return Answers.Unknown<byte[]>("the file has vanished since it was listed");
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            return Answers.Unknown<byte[]>($"it cannot be read: {e.Message.TrimEnd('.')}");
        }
    }
}
