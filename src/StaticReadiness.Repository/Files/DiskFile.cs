namespace StaticReadiness.Repository.Files;

/// <summary>A file on disk.</summary>
internal sealed class DiskFile(string path, FileRoles pathRole, string physicalPath, long length) : RepositoryFile(path, pathRole)
{
    /// <summary>Above this a file that grew since it was listed is refused.</summary>
    private const long MaxGrowth = 1024 * 1024;

    /// <summary>Files above this length are read into an array of their own.</summary>
    private const int PooledLength = 256 * 1024;

    [ThreadStatic]
    private static byte[]? pool;

    public override long Length => length;

    public override Answer<byte[]> ReadBytes() => Fill([], int.MaxValue).Select(ToArray);

    private protected override Answer<byte[]> ReadHead(int head) => Fill([], head).Select(ToArray);

    private protected override Answer<T> Read<T>(ContentsReader<T> reader)
    {
        var filled = Fill(pool ??= new byte[PooledLength], int.MaxValue);
        return filled.TryGet(out var contents) ? reader(contents) : Answers.Unknown<T>(filled.Reason!);
    }

    private static byte[] ToArray(ArraySegment<byte> contents) => contents.Count == contents.Array!.Length ? contents.Array : contents.ToArray();

    /// <summary>Reads up to a number of bytes, into the given array when it is long enough.</summary>
    private Answer<ArraySegment<byte>> Fill(byte[] given, int limit)
    {
        // Pipes and devices have no length: what is never opened cannot hang.
        if (length == 0) return Answers.Known(new ArraySegment<byte>([]));
        try
        {
            using var handle = File.OpenHandle(physicalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var now = RandomAccess.GetLength(handle);
            if (now > length + MaxGrowth) return Answers.Unknown<ArraySegment<byte>>("the file is growing while it is read");
            var wanted = (int)Math.Min(now, limit);
            var bytes = wanted <= given.Length ? given : new byte[wanted];
            var filled = 0;
            while (filled < wanted && RandomAccess.Read(handle, bytes.AsSpan(filled, wanted - filled), filled) is > 0 and var read) filled += read;
            return Answers.Known(new ArraySegment<byte>(bytes, 0, filled));
        }
        catch (UnauthorizedAccessException)
        {
            return Answers.Unknown<ArraySegment<byte>>("the operating system denies access");
        }
        catch (FileNotFoundException)
        {
            return Answers.Unknown<ArraySegment<byte>>("the file has vanished since it was listed");
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            return Answers.Unknown<ArraySegment<byte>>($"it cannot be read: {e.Message.TrimEnd('.')}");
        }
    }
}
