namespace StaticReadiness.Python.Syntax;

/// <summary>The names of a file, as a Bloom filter: it never denies a name that is there, and one name in about fifty that is not passes too.</summary>
internal sealed class MentionFilter
{
    private const int Words = 64;

    private readonly ulong[] bits = new ulong[Words];

    /// <summary>Notes a name.</summary>
    /// <param name="hash">The name's hash in the <see cref="NameTable"/>.</param>
    public void Add(int hash)
    {
        var (first, second) = PlacesOf(hash);
        bits[first >> 6] |= 1UL << (first & 63);
        bits[second >> 6] |= 1UL << (second & 63);
    }

    public bool MayContain(int hash)
    {
        var (first, second) = PlacesOf(hash);
        return (bits[first >> 6] >> (first & 63) & bits[second >> 6] >> (second & 63) & 1) != 0;
    }

    // two places out of one product (Knuth's multiplicative hashing)
    private static (int First, int Second) PlacesOf(int hash)
    {
        var mixed = (uint)hash * 2654435769u;
        return ((int)(mixed >> 20), (int)((mixed >> 8) & (Words * 64 - 1)));
    }
}
