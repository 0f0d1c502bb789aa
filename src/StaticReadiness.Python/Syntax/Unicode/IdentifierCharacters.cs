using System.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>
/// Which characters identifiers are made of, and their normal form NFKC; after Python's own tables, since the runtime's are of
/// another Unicode version and do not normalise without globalisation.
/// </summary>
internal sealed class IdentifierCharacters
{
    private static readonly Lazy<IdentifierCharacters> Instance = new(() => new IdentifierCharacters());

    private readonly int[] starts;
    private readonly int[] parts;
    private readonly Dictionary<int, int[]> decompositions = [];
    private readonly Dictionary<int, int> classes = [];
    private readonly Dictionary<(int, int), int> compositions = [];

    private IdentifierCharacters()
    {
        var reader = UnicodeResource.Read(UnicodeResource.Load("identifiers.bin"));
        starts = ReadRanges(ref reader);
        parts = ReadRanges(ref reader);
        var code = 0;
        for (var count = reader.Number(); count > 0; count--)
        {
            code += reader.Number();
            var decomposition = new int[reader.Number()];
            for (var i = 0; i < decomposition.Length; i++) decomposition[i] = reader.Number();
            decompositions.Add(code, decomposition);
        }

        code = 0;
        for (var count = reader.Number(); count > 0; count--)
        {
            code += reader.Number();
            classes.Add(code, reader.Number());
        }

        for (var count = reader.Number(); count > 0; count--) compositions.Add((reader.Number(), reader.Number()), reader.Number());
    }

    public static IdentifierCharacters Shared => Instance.Value;

    /// <summary>The offset of the first character that an identifier may not have there, or -1.</summary>
    public int FindInvalid(ReadOnlySpan<char> name)
    {
        var offset = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Contains(offset == 0 ? starts : parts, rune.Value)) return offset;
            offset += rune.Utf16SequenceLength;
        }

        return -1;
    }

    public string Normalize(ReadOnlySpan<char> name)
    {
        var codes = new List<int>();
        foreach (var rune in name.EnumerateRunes()) Decompose(rune.Value, codes);
        Order(codes);
        Compose(codes);
        var result = new StringBuilder();
        foreach (var code in codes) result.Append(new Rune(code).ToString());
        return result.ToString();
    }

    private static int[] ReadRanges(ref UnicodeResource reader)
    {
        var ranges = new int[reader.Number() * 2];
        var last = 0;
        for (var i = 0; i < ranges.Length; i++) ranges[i] = last += reader.Number();
        return ranges;
    }

    /// <summary>Ranges stand as pairs, so the first bound at or above a code decides by its parity.</summary>
    private static bool Contains(int[] ranges, int code)
    {
        int low = 0, high = ranges.Length / 2;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[2 * middle + 1] < code) low = middle + 1;
            else high = middle;
        }

        return 2 * low < ranges.Length && ranges[2 * low] <= code;
    }

    private void Decompose(int code, List<int> into)
    {
        if (HangulSyllables.Contains(code)) HangulSyllables.Decompose(code, into);
        else if (decompositions.TryGetValue(code, out var decomposition)) into.AddRange(decomposition);
        else into.Add(code);
    }

    private int ClassOf(int code) => classes.GetValueOrDefault(code);

    private void Order(List<int> codes)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            var code = codes[i];
            var value = ClassOf(code);
            var j = i;
            for (; value != 0 && j > 0 && ClassOf(codes[j - 1]) > value; j--) codes[j] = codes[j - 1];
            codes[j] = code;
        }
    }

    private void Compose(List<int> codes)
    {
        int starter = -1, written = 0, lastClass = 0;
        for (var i = 0; i < codes.Count; i++)
        {
            var code = codes[i];
            var value = ClassOf(code);
            var isBlocked = written > starter + 1 && (lastClass >= value || lastClass == 0);
            if (starter >= 0 && !isBlocked && Composition(codes[starter], code) is >= 0 and var composed)
            {
                codes[starter] = composed;
                continue;
            }

            if (value == 0) starter = written;
            lastClass = value;
            codes[written++] = code;
        }

        codes.RemoveRange(written, codes.Count - written);
    }

    private int Composition(int first, int second) =>
        HangulSyllables.Compose(first, second) is >= 0 and var syllable ? syllable : compositions.GetValueOrDefault((first, second), -1);
}
