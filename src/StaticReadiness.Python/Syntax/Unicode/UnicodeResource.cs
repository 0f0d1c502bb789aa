using System.IO.Compression;

namespace StaticReadiness.Python.Syntax;

/// <summary>Reads the numbers of a table that grammars/generate-unicode wrote.</summary>
internal ref struct UnicodeResource
{
    private readonly ReadOnlySpan<byte> bytes;
    private int position;

    private UnicodeResource(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    public int Position => position;

    public static byte[] Load(string name)
    {
        using var packed = typeof(UnicodeResource).Assembly.GetManifestResourceStream(name)!;
        using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        inflate.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    public static UnicodeResource Read(ReadOnlySpan<byte> bytes) => new(bytes);

    public int Number()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[position++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }

    public void Skip(int count) => position += count;
}
