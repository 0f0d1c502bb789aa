using System.Text;

namespace StaticReadiness.Repository.History;

/// <summary>Splits a stream into the records that NULs end.</summary>
internal static class RecordReader
{
    private const int MaxRecordLength = 1024 * 1024;

    /// <summary>True when the whole stream was read, false when a bound was met or the reader had enough.</summary>
    public static bool Read(Stream stream, long limit, Func<string, bool> onRecord)
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        long total = 0;
        while (true)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) return filled == 0 || onRecord(Encoding.UTF8.GetString(buffer, 0, filled));
            total += read;
            if (total > limit) return false;
            filled += read;
            var start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf((byte)0) is >= 0 and var length)
            {
                if (!onRecord(Encoding.UTF8.GetString(buffer, start, length))) return false;
                start += length + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled < buffer.Length) continue;
            if (buffer.Length >= MaxRecordLength) return false;
            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
