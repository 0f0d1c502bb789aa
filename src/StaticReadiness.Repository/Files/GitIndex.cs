using System.Buffers.Binary;
using System.Text;

namespace StaticReadiness.Repository.Files;

/// <summary>The tracked paths of a git working tree, read from its index file (gitformat-index(5), versions 2 to 4).</summary>
internal sealed class GitIndex
{
    private const int StatLength = 40;
    private const uint GitLinkMode = 0xE000;
    private const uint DirectoryMode = 0x4000;

    private readonly HashSet<string> paths;
    private readonly HashSet<string> directories = [];
    private readonly HashSet<string> submodules;

    public GitIndex(HashSet<string> paths, HashSet<string> submodules)
    {
        this.paths = paths;
        this.submodules = submodules;
        foreach (var path in paths) AddParents(path);
        foreach (var path in submodules) AddParents(path);
    }

    public int Count => paths.Count;

    public bool IsTracked(string path) => paths.Contains(path);

    public bool HasTrackedFilesIn(string directory) => directories.Contains(directory);

    public bool IsSubmodule(string path) => submodules.Contains(path);

    /// <summary>Reads an index; unknown for the shapes only git itself should read (split and sparse indexes).</summary>
    public static Answer<GitIndex> Parse(ReadOnlySpan<byte> data)
    {
        var sha1 = Parse(data, hashLength: 20);
        return sha1.IsKnown ? sha1 : Parse(data, hashLength: 32) is { IsKnown: true } sha256 ? sha256 : sha1;
    }

    private static Answer<GitIndex> Parse(ReadOnlySpan<byte> data, int hashLength)
    {
        if (data.Length < 12 + hashLength || !data[..4].SequenceEqual("DIRC"u8)) return Answers.Unknown<GitIndex>("the git index is damaged");
        var version = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (version is < 2 or > 4) return Answers.Unknown<GitIndex>($"the git index has version {version}");
        var count = BinaryPrimitives.ReadUInt32BigEndian(data[8..]);
        var paths = new HashSet<string>();
        var submodules = new HashSet<string>();
        var position = 12;
        var previous = Array.Empty<byte>();
        for (var i = 0u; i < count; i++)
        {
            var start = position;
            position += StatLength + hashLength;
            if (position + 2 > data.Length - hashLength) return Answers.Unknown<GitIndex>("the git index is cut short");
            var mode = BinaryPrimitives.ReadUInt32BigEndian(data[(start + 24)..]);
            var flags = BinaryPrimitives.ReadUInt16BigEndian(data[position..]);
            position += (flags & 0x4000) != 0 && version > 2 ? 4 : 2;
            var name = version == 4 ? ReadCompressedName(data, ref position, previous) : ReadName(data, start, ref position);
            if (name is null) return Answers.Unknown<GitIndex>("the git index is damaged");
            previous = name;
            if ((mode & 0xF000) == DirectoryMode) return Answers.Unknown<GitIndex>("the git index is sparse");
            ((mode & 0xF000) == GitLinkMode ? submodules : paths).Add(Encoding.UTF8.GetString(name));
        }

        return HasSplitIndex(data[position..^hashLength])
            ? Answers.Unknown<GitIndex>("the git index is split")
            : Answers.Known(new GitIndex(paths, submodules));
    }

    private static byte[]? ReadName(ReadOnlySpan<byte> data, int start, ref int position)
    {
        if (position >= data.Length) return null;
        var length = data[position..].IndexOf((byte)0);
        if (length <= 0) return null;
        var name = data.Slice(position, length).ToArray();
        // One to eight NULs pad the entry to a multiple of eight bytes.
        position = start + ((position + length - start + 8) & ~7);
        return position <= data.Length ? name : null;
    }

    /// <summary>Version 4 stores how many bytes to drop from the previous name, then what to append.</summary>
    private static byte[]? ReadCompressedName(ReadOnlySpan<byte> data, ref int position, byte[] previous)
    {
        if (position >= data.Length) return null;
        long drop = data[position] & 0x7F;
        while ((data[position++] & 0x80) != 0)
        {
            if (position >= data.Length || drop > previous.Length) return null;
            drop = ((drop + 1) << 7) | (uint)(data[position] & 0x7F);
        }

        if (drop > previous.Length || position >= data.Length) return null;
        var length = data[position..].IndexOf((byte)0);
        if (length < 0) return null;
        var kept = previous.Length - (int)drop;
        var name = new byte[kept + length];
        previous.AsSpan(0, kept).CopyTo(name);
        data.Slice(position, length).CopyTo(name.AsSpan(kept));
        position += length + 1;
        return name.Length == 0 ? null : name;
    }

    private static bool HasSplitIndex(ReadOnlySpan<byte> extensions)
    {
        while (extensions.Length >= 8)
        {
            if (extensions[..4].SequenceEqual("link"u8)) return true;
            var length = BinaryPrimitives.ReadUInt32BigEndian(extensions[4..]);
            if (length > extensions.Length - 8) return false;
            extensions = extensions[(8 + (int)length)..];
        }

        return false;
    }

    private void AddParents(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            if (!directories.Add(path[..slash])) return;
    }
}
