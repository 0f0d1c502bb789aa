using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>Reads a version in any spelling that appendix B of PEP 440 accepts.</summary>
internal ref struct PythonVersionReader
{
    private const int DigitLimit = 18;

    // Longer spellings before their prefixes.
    private static readonly (string Word, PreReleaseKind Kind)[] PreWords =
    [
        ("alpha", PreReleaseKind.Alpha), ("a", PreReleaseKind.Alpha), ("beta", PreReleaseKind.Beta), ("b", PreReleaseKind.Beta),
        ("preview", PreReleaseKind.Candidate), ("pre", PreReleaseKind.Candidate), ("rc", PreReleaseKind.Candidate), ("c", PreReleaseKind.Candidate),
    ];

    private static readonly string[] PostWords = ["post", "rev", "r"];

    private readonly ReadOnlySpan<char> text;
    private int position;
    private bool failed;

    private PythonVersionReader(ReadOnlySpan<char> text) => this.text = text;

    public static bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out PythonVersion? version)
    {
        var reader = new PythonVersionReader(text);
        version = reader.Read();
        return version is not null;
    }

    private PythonVersion? Read()
    {
        if (position < text.Length && text[position] is 'v' or 'V') position++;
        if (!IsDigit(position)) return null;
        var first = ReadNumber();
        var epoch = 0L;
        if (position < text.Length && text[position] == '!')
        {
            epoch = first;
            position++;
            if (!IsDigit(position)) return null;
            first = ReadNumber();
        }

        var release = ReadRelease(first);
        var pre = ReadPre(out var preNumber);
        var post = ReadPost();
        var dev = ReadWord("dev") ? ReadOptionalNumber() : (long?)null;
        var local = ReadLocal();
        return failed || position != text.Length ? null : new PythonVersion(epoch, release, pre, preNumber, post, dev, local);
    }

    private ImmutableArray<long> ReadRelease(long first)
    {
        var release = ImmutableArray.CreateBuilder<long>(4);
        release.Add(first);
        while (position + 1 < text.Length && text[position] == '.' && IsDigit(position + 1))
        {
            position++;
            release.Add(ReadNumber());
        }

        return release.DrainToImmutable();
    }

    private PreReleaseKind ReadPre(out long number)
    {
        foreach (var (word, kind) in PreWords)
        {
            if (!ReadWord(word)) continue;
            number = ReadOptionalNumber();
            return kind;
        }

        number = 0;
        return PreReleaseKind.None;
    }

    private long? ReadPost()
    {
        if (position + 1 < text.Length && text[position] == '-' && IsDigit(position + 1))
        {
            position++;
            return ReadNumber();
        }

        foreach (var word in PostWords)
            if (ReadWord(word)) return ReadOptionalNumber();
        return null;
    }

    /// <summary>Reads <c>[-_.]?word</c>, or nothing.</summary>
    private bool ReadWord(string word)
    {
        var start = IsSeparator(position) ? position + 1 : position;
        if (start >= text.Length || !text[start..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        position = start + word.Length;
        return true;
    }

    /// <summary>Reads <c>[-_.]?digits</c>; no digits mean 0. The pattern lets the separator stand alone too: "1.0a." is valid.</summary>
    private long ReadOptionalNumber()
    {
        if (IsSeparator(position) && IsDigit(position + 1)) position++;
        if (IsDigit(position)) return ReadNumber();
        if (IsSeparator(position) && (position + 1 == text.Length || text[position + 1] == '+' || IsSeparator(position + 1))) position++;
        return 0;
    }

    private long ReadNumber()
    {
        var start = position;
        while (IsDigit(position)) position++;
        var digits = text[start..position].TrimStart('0');
        if (digits.Length <= DigitLimit) return digits.IsEmpty ? 0 : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        failed = true;
        return 0;
    }

    private string? ReadLocal()
    {
        if (position >= text.Length || text[position] != '+') return null;
        var parts = new List<string>();
        do
        {
            var start = ++position;
            while (position < text.Length && char.IsAsciiLetterOrDigit(text[position])) position++;
            if (position == start)
            {
                failed = true;
                return null;
            }

            parts.Add(NormalizeLocalPart(text[start..position]));
        }
        while (IsSeparator(position));
        return string.Join('.', parts);
    }

    private static string NormalizeLocalPart(ReadOnlySpan<char> part)
    {
        if (part.ContainsAnyExceptInRange('0', '9')) return part.ToString().ToLowerInvariant();
        var digits = part.TrimStart('0');
        return digits.IsEmpty ? "0" : digits.ToString();
    }

    private readonly bool IsDigit(int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private readonly bool IsSeparator(int at) => at < text.Length && text[at] is '-' or '_' or '.';
}
