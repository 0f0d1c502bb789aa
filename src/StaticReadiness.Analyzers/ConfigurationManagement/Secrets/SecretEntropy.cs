namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>How random a text looks, measured against what its alphabet allows.</summary>
internal static class SecretEntropy
{
    /// <summary>Shannon's entropy of the characters, in bits a character.</summary>
    public static double BitsPerCharacter(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[128];
        var total = 0;
        foreach (var c in text)
        {
            if (c >= 128) continue;
            counts[c]++;
            total++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count == 0) continue;
            var share = (double)count / total;
            bits -= share * Math.Log2(share);
        }

        return bits;
    }

    public static int DistinctCharacters(ReadOnlySpan<char> text)
    {
        Span<bool> seen = stackalloc bool[128];
        var distinct = 0;
        foreach (var c in text)
        {
            if (c >= 128 || seen[c]) continue;
            seen[c] = true;
            distinct++;
        }

        return distinct;
    }

    /// <summary>Whether a text is as random as a generated key of its alphabet and length would be.</summary>
    public static bool LooksGenerated(ReadOnlySpan<char> text)
    {
        var shape = CharacterShape.Of(text);
        if (text.Length < 16) return false;
        // A random text of n characters from an alphabet of k shows about log2(min(n, k)) bits, less a little for repeats.
        var expected = Math.Log2(Math.Min(text.Length, shape.AlphabetSize));
        var bits = BitsPerCharacter(text);
        return shape.IsHexadecimal ? shape.Digits > 0 && shape.Letters > 0 && bits >= expected * 0.75
            : shape.Classes >= 2 && bits >= expected * 0.80 && shape.Transitions * 4 >= text.Length;
    }
}
