namespace StaticReadiness.Repository.Dependencies;

/// <summary>Names of distributions and extras (PEP 503 normalisation, PEP 508 form).</summary>
public static class PackageName
{
    /// <summary>The name in lower case with each run of <c>-</c>, <c>_</c> and <c>.</c> as one <c>-</c> (PEP 503).</summary>
    public static string Normalize(string name)
    {
        if (IsNormalized(name)) return name;
        var buffer = name.Length <= 128 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (c is not ('-' or '_' or '.')) buffer[length++] = char.ToLowerInvariant(c);
            else if (length == 0 || buffer[length - 1] != '-') buffer[length++] = '-';
        }

        return buffer[..length].ToString();
    }

    /// <summary>Whether the text has the form of a name: ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, beginning and ending in a letter or digit.</summary>
    public static bool IsValid(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !char.IsAsciiLetterOrDigit(name[0]) || !char.IsAsciiLetterOrDigit(name[^1])) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) return false;
        return true;
    }

    private static bool IsNormalized(string name)
    {
        var previous = '\0';
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') || (c == '-' && previous == '-')) return false;
            previous = c;
        }

        return true;
    }
}
