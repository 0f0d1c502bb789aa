namespace StaticReadiness.Python.Syntax;

/// <summary>The characters that `\N{…}` escapes name, by the names and aliases that Python's own table has.</summary>
internal sealed class UnicodeNames
{
    private const string IdeographPrefix = "CJK UNIFIED IDEOGRAPH-";
    private const string SyllablePrefix = "HANGUL SYLLABLE ";

    private static readonly Lazy<UnicodeNames> Instance = new(() => new UnicodeNames(UnicodeResource.Load("names.bin")));

    private readonly byte[] data;

    /// <summary>An open hash table of places in the data; zero is empty.</summary>
    private readonly int[] places = new int[1 << 17];
    private readonly int[] codes = new int[1 << 17];

    private UnicodeNames(byte[] data)
    {
        this.data = data;
        var reader = UnicodeResource.Read(data);
        var count = reader.Number();
        var code = 0;
        for (var i = 0; i < count; i++)
        {
            code += reader.Number();
            var place = reader.Position;
            var length = reader.Number();
            Insert(data.AsSpan(reader.Position, length), place, code);
            reader.Skip(length);
        }
    }

    /// <summary>The code point of a name, or null when there is none.</summary>
    public static int? Find(ReadOnlySpan<char> name)
    {
        if (name.StartsWith(IdeographPrefix)) return Ideograph(name[IdeographPrefix.Length..]);
        if (name.StartsWith(SyllablePrefix) && HangulSyllables.Find(name[SyllablePrefix.Length..]) is { } syllable) return syllable;
        return Instance.Value.Lookup(name);
    }

    private int? Lookup(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > 127) return null;
        Span<byte> wanted = stackalloc byte[name.Length];
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] > '~') return null;
            wanted[i] = (byte)char.ToUpperInvariant(name[i]);
        }

        for (var i = Hash(wanted); places[i] != 0; i = (i + 1) & (places.Length - 1))
            if (NameAt(places[i]).SequenceEqual(wanted)) return codes[i];
        return null;
    }

    private ReadOnlySpan<byte> NameAt(int place) => data.AsSpan(place + 1, data[place]);

    private void Insert(ReadOnlySpan<byte> name, int place, int code)
    {
        var i = Hash(name);
        while (places[i] != 0) i = (i + 1) & (places.Length - 1);
        places[i] = place;
        codes[i] = code;
    }

    private int Hash(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261;
        foreach (var b in name) hash = (hash ^ b) * 16777619;
        return (int)(hash ^ (hash >> 15)) & (places.Length - 1);
    }

    /// <summary>The names of ideographs are their codes, four or five digits in capitals.</summary>
    private static int? Ideograph(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (4 or 5)) return null;
        var code = 0;
        foreach (var c in digits)
        {
            if (c is not (>= '0' and <= '9' or >= 'A' and <= 'F')) return null;
            code = code * 16 + (c <= '9' ? c - '0' : c - 'A' + 10);
        }

        return IsIdeograph(code) ? code : null;
    }

    /// <summary>The unified ideographs of Unicode 15.1 (PropList.txt and the blocks of UnicodeData.txt).</summary>
    private static bool IsIdeograph(int code) => code is (>= 0x3400 and <= 0x4dbf) or (>= 0x4e00 and <= 0x9fff) or (>= 0x20000 and <= 0x2a6df)
        or (>= 0x2a700 and <= 0x2b739) or (>= 0x2b740 and <= 0x2b81d) or (>= 0x2b820 and <= 0x2cea1) or (>= 0x2ceb0 and <= 0x2ebe0)
        or (>= 0x2ebf0 and <= 0x2ee5d) or (>= 0x30000 and <= 0x3134a) or (>= 0x31350 and <= 0x323af);
}
